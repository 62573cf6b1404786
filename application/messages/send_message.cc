// SPDX-License-Identifier: Apache-2.0
#include "application/messages/send_message.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "application/messages/choose_channel.h"
#include "application/messages/release_text.h"
#include "application/messages/take_back.h"
#include "application/messages/writing.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status CheckOccasion(Work& work, const SendMessage::Command& command) {
  if (command.occasion.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::optional<Message> before,
                          work.store.messages().OfOccasion(command.debtor, command.occasion));
  if (!before.has_value()) return absl::OkStatus();
  return Refuse(Reason::kMessageAlreadyQueued, {}, {{"message", before->id.ToString()}});
}

absl::StatusOr<Contact> ChooseContact(const Work& work, const MessageTools& tools,
                                      const SendMessage::Command& command,
                                      const TemplateLibrary& templates,
                                      const ContactRecord& record) {
  const MessageAsk ask{command.order.template_key, command.channel, command.contact};
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<Contact> contacts,
      ContactsFor(ask, templates, tools.settings.served, record.person.preferences));
  PARLEY_ASSIGN_OR_RETURN(
      const RulebooksRef rulebooks,
      tools.contact.rulebooks.At(work.call.tenant, record.edition, work.store.rulebooks()));
  return BestOf(contacts, record, *rulebooks, tools.contact.places, work.now);
}

// One that says the same, waits, and has debts of its own: its debts go into the new one. None
// where none does.
absl::Status JoinWaiting(Work& work, const MessageTools& tools, const MessageOrder& order,
                         ContactRecord& record, Contact& contact) {
  const std::array debtors = {record.person.debtor.id};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Message> queued,
                          work.store.messages().QueuedOf(debtors));
  for (const Message& waiting : queued) {
    const bool says_the_same = waiting.order.template_key == order.template_key &&
                               waiting.channel == contact.channel && waiting.occasion.empty();
    if (!says_the_same || contact.debts.empty()) continue;
    PARLEY_ASSIGN_OR_RETURN(const LoggedMessage joined,
                            TakeBack(work, tools.contact.ids, waiting, MessageEnd::kJoined));
    for (const DebtId debt : joined.communication.contact.debts) {
      const bool has =
          std::find(contact.debts.begin(), contact.debts.end(), debt) != contact.debts.end();
      if (!has) contact.debts.push_back(debt);
    }
    std::erase_if(record.history,
                  [&](const LoggedCommunication& past) { return past.id == joined.message.id; });
  }
  return absl::OkStatus();
}

Message Queued(const Work& work, const SendMessage::Command& command, const Decided& decided) {
  const LoggedCommunication& slot = *decided.reserved;
  Message message;
  message.id = slot.id;
  message.debtor = command.debtor;
  message.channel = slot.contact.channel;
  message.purpose = slot.contact.purpose;
  message.point = slot.contact.point.value_or(ContactPointId());
  message.occasion = command.occasion;
  message.order = command.order;
  message.asked_by = work.call.principal;
  message.any_channel = !command.channel.has_value() && !command.contact.point.has_value();
  message.not_before = slot.dispatch_time;
  message.expires = command.expires;
  message.revision = slot.revision;
  message.created_time = work.now;
  message.updated_time = work.now;
  return message;
}

// Whether a text was released by somebody other than who sends it.
auto ReleasedFor(Work& work, DebtorId debtor) {
  return [&work, debtor](const Fingerprint& text) -> absl::StatusOr<bool> {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<ReleasedText> releases,
                            work.store.messages().ReleasesOf(debtor, text));
    return IsReleasedFor(work.call.principal, releases);
  };
}

}  // namespace

absl::StatusOr<SendMessage::Sent> SendMessage::Send(Work& work, const Command& command,
                                                    const TemplateLibrary& templates) const {
  PARLEY_RETURN_IF_ERROR(CheckOccasion(work, command));
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          ReadContactRecords(work, std::array{command.debtor}));
  ContactRecord& record = read.front();
  PARLEY_ASSIGN_OR_RETURN(Contact contact, ChooseContact(work, tools_, command, templates, record));
  PARLEY_ASSIGN_OR_RETURN(const WordingNature nature,
                          templates.NatureOf(command.order.template_key, contact.channel));
  if (nature.lists_debts && command.occasion.empty()) {
    PARLEY_RETURN_IF_ERROR(JoinWaiting(work, tools_, command.order, record, contact));
  }
  const absl::Time waits_until = std::min(command.expires, work.now + kLongestWait);
  PARLEY_ASSIGN_OR_RETURN(Decided decided,
                          DecideAndReserve(work, tools_.contact, record, contact, waits_until));
  Sent sent{.verdict = decided.verdict, .zone = decided.zone};
  if (!decided.reserved.has_value()) return sent;
  const Contact& chosen = decided.reserved->contact;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Creditor> creditors,
                          CreditorsOf(record, decided.verdict.act.debts, [&](CreditorId id) {
                            return work.store.creditors().Find(id);
                          }));
  PARLEY_RETURN_IF_ERROR(Write(tools_,
                               {.tenant = work.call.tenant,
                                .record = record,
                                .creditors = creditors,
                                .templates = templates,
                                .contact = chosen,
                                .order = command.order,
                                .answer = decided.verdict.answer,
                                .id = decided.reserved->id,
                                .now = work.now,
                                .zone = decided.zone},
                               ReleasedFor(work, command.debtor))
                             .status());
  sent.message = Queued(work, command, decided);
  work.store.messages().Add(*sent.message);
  sent.communication = std::move(decided.reserved);
  return sent;
}

absl::StatusOr<Answer> SendMessage::Handle(const Call& call, const Command& command,
                                           Encode<Sent> encode) const {
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, shelf_.Edition(call.tenant));
  PARLEY_ASSIGN_OR_RETURN(const TemplateLibraryRef templates,
                          tools_.templates.At(call.tenant, edition));
  const auto send = [&](Work& work) { return Send(work, command, *templates); };
  return mutations_.Run<Sent>(call, command.debtor, send, encode);
}

}  // namespace parley
