// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/batch.h"

#include "adapters/postgres/communication_records.h"
#include "adapters/postgres/conversation_records.h"
#include "adapters/postgres/inbound_records.h"
#include "adapters/postgres/json_text.h"
#include "adapters/postgres/ledger_columns.h"
#include "adapters/postgres/message_records.h"
#include "adapters/postgres/person_rows.h"
#include "adapters/postgres/settings_json.h"
#include "adapters/postgres/work_records.h"

namespace parley::postgres {
namespace {

std::optional<std::int64_t> UnitsOf(const std::optional<Money>& money) {
  return money.has_value() ? std::optional(money->minor_units()) : std::nullopt;
}

std::optional<std::string> CodeOf(const std::optional<Money>& money) {
  if (!money.has_value()) return std::nullopt;
  const Currency currency = money->currency();
  return std::string(currency.code());
}

std::optional<int> NumberOf(const std::optional<Bucket>& bucket) {
  return bucket.has_value() ? std::optional(static_cast<int>(ReceivableOf(*bucket))) : std::nullopt;
}

template <typename Detail>
std::optional<std::string> DetailText(const std::optional<Detail>& detail) {
  return detail.has_value() ? std::optional(JsonOf(*detail)) : std::nullopt;
}

}  // namespace

void Batch::Found(DebtorId debtor, const DebtorHead& head) {
  debtors_[debtor].before = head;
  debtors_[debtor].is_found = true;
  tenant_known_ = true;
}

void Batch::Add(const Creditor& creditor) {
  Changed(kDesk);
  RowsOf(Write::kNewCreditors)
      .Add(creditor.id, creditor.code, creditor.display_name, creditor.time_zone, creditor.language,
           JsonOf(creditor.settings), creditor.revision, creditor.created_time,
           creditor.updated_time);
}

void Batch::Replace(const Creditor& creditor) {
  Changed(kDesk);
  RowsOf(Write::kCreditorChanges)
      .Add(creditor.id, creditor.display_name, creditor.time_zone, creditor.language,
           JsonOf(creditor.settings), creditor.revision, creditor.updated_time);
}

void Batch::Add(const Debtor& debtor) {
  LockedDebtor& locked = Changed(debtor.id);
  locked.record = debtor;
  locked.is_new = true;
}

void Batch::Replace(const Debtor& debtor) { Changed(debtor.id).record = debtor; }

void Batch::EraseTexts(DebtorId debtor) {
  Changed(debtor);
  RowsOf(Write::kDestroyedKeys).Add(debtor);
  RowsOf(Write::kUnlinkedPoints).Add(debtor, std::optional<ContactPointId>());
}

void Batch::Append(DebtorId debtor, const RecordFact& fact) {
  LockedDebtor& locked = Changed(debtor);
  AddFact(records_, debtor, {locked.Revision(), ++locked.facts}, fact, RowsOf(Write::kNewFacts));
}

void Batch::Add(DebtorId debtor, const KeptPart& part) {
  AddPart(records_, debtor, Changed(debtor).Revision(), part, RowsOf(Write::kNewParts));
}

void Batch::Replace(DebtorId debtor, const KeptPart& part) {
  AddPart(records_, debtor, Changed(debtor).Revision(), part, RowsOf(Write::kPartChanges));
  const auto* const point = std::get_if<KnownPoint>(&part);
  if (point == nullptr || IsTheirs(*point)) return;
  RowsOf(Write::kUnlinkedPoints).Add(debtor, std::optional(point->id));
}

// Nobody who was erased is found again.
void Batch::Add(const KnownPoint& point, const Fingerprint& key) {
  Add(point.debtor, KeptPart(point));
  if (!IsTheirs(point) || records_.codec.IsErased(point.debtor)) return;
  RowsOf(Write::kLinkedPoints).Add(point.debtor, point.id, BytesOf(key));
}

void Batch::Bar(DebtorId debtor, const BarredAddress& address) {
  Changed(debtor);
  RowsOf(Write::kBarredAddresses)
      .Add(debtor, BytesOf(address.key), static_cast<int>(address.cause), address.since);
}

void Batch::Add(const Debt& debt) {
  Changed(debt.debtor);
  debts_.insert_or_assign({debt.debtor, debt.id}, DebtToWrite{debt, true});
}

void Batch::Replace(const Debt& debt) {
  Changed(debt.debtor);
  const auto [found, is_first] = debts_.try_emplace({debt.debtor, debt.id}, DebtToWrite{debt});
  if (is_first) return;
  found->second.debt = debt;
  found->second.is_whole = true;
}

void Batch::ReplaceStanding(const Debt& debt) {
  Changed(debt.debtor);
  const auto [found, is_first] =
      debts_.try_emplace({debt.debtor, debt.id}, DebtToWrite{debt, false, false});
  if (!is_first) CopyStanding(debt, found->second.debt);
}

void Batch::Append(const Debt& debt, std::span<const Entry> entries) {
  Changed(debt.debtor);
  for (const Entry& entry : entries) {
    RowsOf(Write::kEntries)
        .Add(debt.debtor, entry.id, debt.id, entry.number, entry.external_ref,
             static_cast<int>(entry.kind), entry.value_date, entry.booked_time, entry.amount,
             NumberOf(entry.bucket), OrderText(entry.order),
             Bytes{records_.Encode(kEntryReason, {debt.debtor, entry.id.uuid()},
                                   entry.reason.Reveal())},
             entry.actor, NotNil(entry.linked), BytesOf(entry.content),
             ArrayOf(entry.postings, [](Posting side) { return static_cast<int>(side.account); }),
             ArrayOf(entry.postings, &Posting::minor_units), DetailText(entry.interest),
             DetailText(entry.fee), NotNil(entry.quote));
  }
}

void Batch::Add(const ChangeNotice& notice) {
  Changed(notice.debtor);
  RowsOf(Write::kNewNotices)
      .Add(notice.debtor, notice.id, notice.debt, notice.given, notice.effective,
           JsonOf(notice.before), JsonOf(notice.after), notice.actor, notice.created_time);
}

void Batch::Add(const Payment& payment) {
  Changed(payment.debtor);
  payments_.insert_or_assign({payment.debtor, payment.id}, PaymentToWrite{payment, true});
}

void Batch::Replace(const Payment& payment) {
  Changed(payment.debtor);
  const auto [found, is_first] =
      payments_.try_emplace({payment.debtor, payment.id}, PaymentToWrite{payment});
  if (!is_first) found->second.payment = payment;
}

void Batch::Add(const WorkItem& item) {
  Changed(item.debtor);
  AddWorkItem(records_, item, RowsOf(Write::kNewWorkItems));
}

void Batch::Replace(const WorkItem& item) {
  Changed(item.debtor);
  AddWorkItemChange(records_, item, RowsOf(Write::kWorkItemChanges));
}

void Batch::Add(const Hold& hold) {
  Changed(hold.debtor);
  const PersonalOwner owner{hold.debtor, hold.id.uuid()};
  RowsOf(Write::kNewHolds)
      .Add(hold.debtor, hold.id, hold.debt, static_cast<int>(hold.type),
           static_cast<int>(hold.state), UnitsOf(hold.disputed), CodeOf(hold.disputed), hold.from,
           hold.until, hold.review,
           Bytes{records_.Encode(kHoldSource, owner, hold.source.Reveal())},
           static_cast<int>(hold.evidence),
           Bytes{records_.Encode(kHoldReason, owner, hold.reason.Reveal())},
           Bytes{records_.Encode(kHoldEndReason, owner, hold.end_reason.Reveal())}, hold.actor,
           hold.revision, hold.created_time, hold.updated_time);
}

void Batch::Replace(const Hold& hold) {
  Changed(hold.debtor);
  const PersonalOwner owner{hold.debtor, hold.id.uuid()};
  RowsOf(Write::kHoldChanges)
      .Add(hold.debtor, hold.id, static_cast<int>(hold.state), hold.until, hold.review,
           static_cast<int>(hold.evidence),
           Bytes{records_.Encode(kHoldEndReason, owner, hold.end_reason.Reveal())}, hold.revision,
           hold.updated_time);
}

void Batch::Add(const LoggedCommunication& communication) {
  Changed(communication.debtor);
  AddCommunication(records_, communication, RowsOf(Write::kNewCommunications));
}

void Batch::Replace(const LoggedCommunication& communication) {
  Changed(communication.debtor);
  AddCommunicationChange(records_, communication, RowsOf(Write::kCommunicationChanges));
}

void Batch::Append(const StoredVerdict& verdict) {
  Changed(verdict.debtor);
  AddVerdict(verdict, RowsOf(Write::kNewVerdicts));
}

void Batch::Add(const Message& message) {
  Changed(message.debtor);
  AddMessage(records_, message, RowsOf(Write::kNewMessages));
}

void Batch::Replace(const Message& message) {
  Changed(message.debtor);
  AddMessageChange(records_, message, RowsOf(Write::kMessageChanges));
}

void Batch::Add(const ReleasedText& released) {
  Changed(released.debtor);
  RowsOf(Write::kReleasedTexts)
      .Add(released.debtor, Bytes{BytesOf(released.text)}, released.actor, released.reason,
           released.released_time);
}

void Batch::Add(const InboundItem& item, const std::optional<Fingerprint>& reference) {
  Changed(item.debtor);
  AddInbound(records_, item, RowsOf(Write::kNewInbound));
  if (!reference.has_value()) return;
  RowsOf(Write::kInboundReferences).Add(Bytes{BytesOf(*reference)}, item.debtor, item.id);
}

void Batch::Replace(const InboundItem& item) {
  Changed(item.debtor);
  AddInboundChange(records_, item, RowsOf(Write::kInboundChanges));
}

void Batch::Add(const Conversation& conversation) {
  Changed(conversation.debtor);
  AddConversation(records_, conversation, RowsOf(Write::kNewConversations));
}

void Batch::Replace(const Conversation& conversation) {
  Changed(conversation.debtor);
  AddConversationChange(records_, conversation, RowsOf(Write::kConversationChanges));
}

void Batch::Add(const ConversationLink& link) {
  Changed(link.debtor);
  AddConversationLink(link, RowsOf(Write::kConversationLinks));
}

void Batch::Add(const ConversationNote& note) {
  Changed(note.debtor);
  AddConversationNote(records_, note, RowsOf(Write::kConversationNotes));
}

void Batch::Add(const TemplateVersion& version) {
  Changed(kDesk);
  AddTemplate(version, RowsOf(Write::kNewTemplates));
}

void Batch::Replace(const TemplateVersion& version) {
  Changed(kDesk);
  AddTemplateChange(version, RowsOf(Write::kTemplateChanges));
}

void Batch::Engage(const KillSwitch& engaged) {
  Changed(kDesk);
  const SwitchScope& scope = engaged.scope;
  const auto channel =
      scope.channel.has_value() ? std::optional(static_cast<int>(*scope.channel)) : std::nullopt;
  RowsOf(Write::kKillSwitches)
      .Add(engaged.id, channel, scope.creditor, scope.template_id, scope.cadence_id, engaged.reason,
           engaged.actor, engaged.engaged_time);
}

void Batch::Release(const KillSwitch& released) {
  Changed(kDesk);
  const SwitchRelease& release = *released.release;
  RowsOf(Write::kKillSwitchReleases)
      .Add(released.id, release.reason, release.actor, release.time, release.restart.from,
           std::int64_t{release.restart.per_hour}, release.restart.persons,
           release.restart.until());
}

void Batch::Publish(const PublishedRulebook& rulebook) {
  Changed(kDesk);
  RowsOf(Write::kRulebooks)
      .Add(rulebook.edition, rulebook.id, rulebook.version, rulebook.text, rulebook.actor,
           rulebook.published_time);
}

void Batch::RetryLetter(EventId id) {
  Changed(kDesk);
  RowsOf(Write::kRetriedLetters).Add(id);
}

void Batch::DropLetter(EventId id) {
  Changed(kDesk);
  RowsOf(Write::kDroppedLetters).Add(id);
}

void Batch::Append(const Event& event) {
  LockedDebtor& locked = Changed(event.debtor);
  RowsOf(Write::kEvents)
      .Add(event.debtor, locked.Revision(), static_cast<int>(++locked.events), event.id,
           NameOf(event.type), NotNil(event.debt), NotNil(event.entry), NotNil(event.subject),
           UnitsOf(event.amount), CodeOf(event.amount), event.state, event.occurred_time);
}

void Batch::Append(const StoredAnswer& answer) {
  const Uuid& row = answer.key.request_id.uuid();
  RowsOf(Write::kAnswers)
      .Add(answer.key.principal, answer.key.method, answer.key.request_id, answer.debtor,
           BytesOf(answer.request),
           Bytes{records_.Encode(kAnswer, {answer.debtor, row}, answer.bytes)},
           answer.answered_time);
}

void Batch::Append(const AuditRow& row) {
  Known(row.debtor).audit = AuditHead{row.number, row.mac};
  witness_ = Witness{row.debtor, {row.number, row.mac}};
  RowsOf(Write::kAuditRows)
      .Add(row.debtor, row.number, row.time, row.actor, row.action, row.request_id, row.revision,
           BytesOf(row.content), BytesOf(row.mac));
}

DebtorHead Batch::Head(DebtorId debtor) const {
  const auto found = debtors_.find(debtor);
  return found == debtors_.end() ? DebtorHead() : found->second.before;
}

bool Batch::Changes(DebtorId debtor) const {
  const auto found = debtors_.find(debtor);
  return found != debtors_.end() && found->second.changes;
}

Batch::LockedDebtor& Batch::Known(DebtorId debtor) {
  const auto [found, is_stranger] = debtors_.try_emplace(debtor);
  astray_ = astray_ || is_stranger;
  return found->second;
}

Batch::LockedDebtor& Batch::Changed(DebtorId debtor) {
  LockedDebtor& locked = Known(debtor);
  locked.changes = true;
  return locked;
}

}  // namespace parley::postgres
