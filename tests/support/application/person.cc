// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/person.h"

#include <cstdint>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

// Far from the numbers of other communications and verdicts.
constexpr std::uint64_t kOfMessages = 9000;

Payment APaymentOf(const Debt& debt, const std::string& mark, std::uint64_t number) {
  Payment payment{.currency = debt.currency};
  payment.id = NumberedId<PaymentId>(number);
  payment.debtor = debt.debtor;
  payment.external_ref = "BANK-" + std::to_string(number);
  payment.state = PaymentState::kReturned;
  payment.amount = 1;
  payment.value_date = Day(2026, 2, 1);
  payment.returned_date = Day(2026, 2, 3);
  payment.method = mark + " method";
  payment.note = Secret(mark + " note");
  payment.return_reason = Secret(mark + " return");
  payment.actor = "tester";
  payment.content = NumberedFingerprint(1);
  payment.parts = {{.debt = debt.id, .entry = NumberedId<EntryId>(number), .amount = 1}};
  payment.parts.front().paid[Bucket::kPrincipal] = 1;
  payment.created_time = TestNow();
  payment.updated_time = TestNow();
  return payment;
}

Hold AHoldOf(const Debt& debt, const std::string& mark, std::uint64_t number) {
  Hold hold;
  hold.id = NumberedId<HoldId>(number);
  hold.debtor = debt.debtor;
  hold.type = HoldType::kRespite;
  hold.from = Day(2026, 2, 1);
  hold.source = Secret(mark + " source");
  hold.reason = Secret(mark + " hold");
  hold.end_reason = Secret(mark + " end");
  hold.actor = "tester";
  hold.created_time = TestNow();
  hold.updated_time = TestNow();
  return hold;
}

KnownPoint APointOf(const Debtor& debtor, const std::string& mark, std::uint64_t number) {
  KnownPoint point;
  point.id = NumberedId<ContactPointId>(number);
  point.debtor = debtor.id;
  point.type = PointType::kPostal;
  point.address = Secret(mark + " address");
  point.postal_code = Secret(mark + " code");
  point.region = "GB";
  point.provenance.source = Secret(mark + " told");
  return point;
}

ConsentFact AConsentOf(const std::string& mark, std::uint64_t number) {
  ConsentFact consent;
  consent.id = NumberedId<ConsentId>(number);
  consent.evidence = Secret(mark + " evidence");
  return consent;
}

StoredVerdict AVerdictOn(const Debtor& debtor, std::uint64_t number) {
  StoredVerdict verdict = AVerdict();
  verdict.id = NumberedId<VerdictId>(kOfMessages + number);
  verdict.debtor = debtor.id;
  verdict.communication = NumberedId<CommunicationId>(kOfMessages + number);
  return verdict;
}

LoggedCommunication ASlotOf(const StoredVerdict& verdict) {
  LoggedCommunication slot = ACall();
  slot.id = *verdict.communication;
  slot.debtor = verdict.debtor;
  slot.verdict = verdict.id;
  return slot;
}

Message AMessageIn(const LoggedCommunication& slot, const std::string& mark) {
  Message message;
  message.id = slot.id;
  message.debtor = slot.debtor;
  message.point = NumberedId<ContactPointId>(1);
  message.order = {"payment_reminder", {{"answer", Secret(mark + " given")}}};
  message.asked_by = "agent-1";
  message.not_before = TestNow();
  message.created_time = TestNow();
  message.updated_time = TestNow();
  return message;
}

InboundItem AnInboundOf(const Debtor& debtor, const std::string& mark, std::uint64_t each) {
  InboundItem item;
  item.id = NumberedId<CommunicationId>(500 + each);
  item.debtor = debtor.id;
  item.received = TestNow();
  item.content.from = Secret(mark + " sender");
  item.content.text = Secret(mark + " letter");
  item.heard = HeardInbound{.language = "en", .labels = {{.intent = Intent::kUnclear}}};
  item.state = InboundState::kLabelled;
  item.actor = "intake";
  item.created_time = TestNow();
  item.updated_time = TestNow();
  return item;
}

Conversation AConversationOf(const Debtor& debtor, const std::string& mark, std::uint64_t each) {
  Conversation conversation;
  conversation.id = NumberedId<ConversationId>(each);
  conversation.debtor = debtor.id;
  conversation.reason = Secret(mark + " why");
  conversation.created_time = TestNow();
  conversation.updated_time = TestNow();
  return conversation;
}

ConversationNote ANoteOn(const Conversation& conversation, const std::string& mark) {
  return {ConversationNoteId(conversation.id.uuid()),
          conversation.debtor,
          conversation.id,
          "agent-1",
          Secret(mark + " aside"),
          TestNow()};
}

}  // namespace

MarkedPerson APerson(const std::string& mark, int number) {
  const auto each = static_cast<std::uint64_t>(number);
  Debtor debtor = ADebtor(number);
  debtor.display_name = Secret(mark + " Name");
  debtor.birth_date = Secret("1981-04-02");
  Debt debt = ADebt(number);
  debt.debtor = debtor.id;
  debt.status_reason = Secret(mark + " status");
  debt.origin.agreement_reference = Secret(mark + " agreement");
  debt.revision = 1;
  Entry opening = AnOpening();
  opening.id = NumberedId<EntryId>(each);
  opening.reason = Secret(mark + " entry");
  WorkItem task = ATask(number);
  task.debtor = debtor.id;
  task.debt = debt.id;
  task.reason = Secret(mark + " work");
  LoggedCommunication call = AnInboundCall(number);
  call.debtor = debtor.id;
  call.note = Secret(mark + " call");
  const RequestKey request{"agent-1", "a method", NumberedId<RequestId>(each)};
  StoredAnswer answer{request, debtor.id, NumberedFingerprint(1), mark + " answer", TestNow()};
  const KnownPoint point = APointOf(debtor, mark, each);
  const StoredVerdict verdict = AVerdictOn(debtor, each);
  const LoggedCommunication slot = ASlotOf(verdict);
  const Conversation conversation = AConversationOf(debtor, mark, each);
  return {debtor,
          point,
          AConsentOf(mark, each),
          debt,
          {opening},
          APaymentOf(debt, mark, each),
          AHoldOf(debt, mark, each),
          task,
          call,
          verdict,
          slot,
          AMessageIn(slot, mark),
          AnInboundOf(debtor, mark, each),
          conversation,
          ANoteOn(conversation, mark),
          std::move(answer)};
}

void AddTo(UnitOfWork& unit, const MarkedPerson& person) {
  unit.debtors().Add(person.debtor);
  unit.person_records().Add(person.point, NumberedFingerprint(1));
  unit.person_records().Append(person.debtor.id, person.consent);
  unit.debts().Add(person.debt);
  unit.debts().Append(person.debt, person.entries);
  unit.payments().Add(person.payment);
  unit.holds().Add(person.hold);
  unit.work_items().Add(person.task);
  unit.communications().Add(person.call);
  unit.verdicts().Append(person.verdict);
  unit.communications().Add(person.slot);
  unit.messages().Add(person.message);
  unit.inbound().Add(person.inbound, std::nullopt);
  unit.conversations().Add(person.conversation);
  unit.conversations().AddNote(person.note);
  unit.answers().Remember(person.answer);
}

void HandOver(UnitOfWork& unit, const MarkedPerson& person, const std::string& mark) {
  Message message = person.message;
  message.state = MessageState::kDispatching;
  message.was_handed_over = true;
  message.words = MessageWords{.template_key = "payment_reminder",
                               .template_version = 1,
                               .language = {},
                               .parts = {{PartKind::kText, "", Secret(mark + " words")}}};
  ++message.revision;
  unit.messages().Replace(message);
}

}  // namespace parley
