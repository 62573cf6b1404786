// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_writer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// The record that one of a later revision replaces; none when it is missing, or no older.
template <typename Records>
typename Records::mapped_type* Older(Records& records, const typename Records::key_type& key,
                                     std::int64_t revision) {
  const auto found = records.find(key);
  return found != records.end() && found->second.revision < revision ? &found->second : nullptr;
}

// True for a fee whose cause has one already.
bool IsChargedFor(const std::vector<Entry>& journal, const Entry& fee) {
  if (fee.kind != EntryKind::kFee || !fee.fee.has_value()) return false;
  return std::any_of(journal.begin(), journal.end(), [&](const Entry& entry) {
    return entry.kind == EntryKind::kFee && entry.fee.has_value() &&
           entry.fee->cause_ref == fee.fee->cause_ref;
  });
}

std::pair<TemplateName, std::int32_t> KeyOf(const TemplateVersion& version) {
  const Template& content = version.content;
  return {{content.key, content.language, content.channel}, content.version};
}

}  // namespace

absl::Status MemoryWriter::Add(const Creditor& creditor) {
  const bool fresh = transaction_.Insert(tables_.creditors, creditor.id, creditor) &&
                     transaction_.Insert(tables_.creditors_by_code, creditor.code, creditor.id);
  return fresh ? absl::OkStatus() : Refuse(Reason::kCreditorAlreadyExists);
}

absl::Status MemoryWriter::Replace(const Creditor& creditor) {
  auto* const older = Older(tables_.creditors, creditor.id, creditor.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  Creditor replaced = creditor;
  replaced.code = older->code;
  replaced.created_time = older->created_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const Debtor& debtor) {
  bool fresh = transaction_.Insert(tables_.debtors, debtor.id, debtor) &&
               transaction_.Insert(tables_.heads, debtor.id, {});
  for (const std::string& reference : debtor.external_refs) {
    fresh = fresh && transaction_.Insert(tables_.debtors_by_ref, reference, debtor.id);
  }
  return fresh ? absl::OkStatus() : Refuse(Reason::kDebtorAlreadyExists);
}

absl::Status MemoryWriter::Replace(const Debtor& debtor) {
  const auto found = tables_.debtors.find(debtor.id);
  const bool stale =
      found == tables_.debtors.end() || found->second.record_revision >= debtor.record_revision;
  if (stale) return Refuse(Reason::kWriteConflict);
  for (const std::string& reference : found->second.external_refs) {
    transaction_.Erase(tables_.debtors_by_ref, reference);
  }
  Debtor replaced = debtor;
  replaced.created_time = found->second.created_time;
  transaction_.Assign(found->second, std::move(replaced));
  for (const std::string& reference : debtor.external_refs) {
    if (!transaction_.Insert(tables_.debtors_by_ref, reference, debtor.id)) {
      return Refuse(Reason::kDebtorAlreadyExists);
    }
  }
  return absl::OkStatus();
}

absl::Status MemoryWriter::Change(const MemoryRecordChange& change) {
  if (!tables_.debtors.contains(change.debtor)) return Refuse(Reason::kDebtorNotFound);
  transaction_.Insert(tables_.records, change.debtor, {});
  DebtorRecord& record = tables_.records.at(change.debtor);
  DebtorRecord changed = record;
  PARLEY_RETURN_IF_ERROR(change.apply(changed));
  transaction_.Assign(record, std::move(changed));
  if (change.linked.has_value()) transaction_.Insert(tables_.contact_index, *change.linked);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const Debt& debt) {
  if (!tables_.debtors.contains(debt.debtor)) return Refuse(Reason::kDebtorNotFound);
  if (!tables_.creditors.contains(debt.creditor)) return Refuse(Reason::kCreditorNotFound);
  const MemoryDebtKey key{debt.debtor, debt.id};
  const bool fresh =
      transaction_.Insert(tables_.debts, key, {debt, {}, {}, {}}) &&
      transaction_.Insert(tables_.debts_by_ref, {debt.external_ref, debt.creditor}, key);
  return fresh ? absl::OkStatus() : Refuse(Reason::kDebtAlreadyPlaced);
}

absl::Status MemoryWriter::Replace(const Debt& debt) {
  const auto found = tables_.debts.find({debt.debtor, debt.id});
  const bool stale = found == tables_.debts.end() || found->second.debt.revision >= debt.revision;
  if (stale) return Refuse(Reason::kWriteConflict);
  Debt replaced = found->second.debt;
  replaced.status = debt.status;
  replaced.status_reason = debt.status_reason;
  replaced.close_code = debt.close_code;
  replaced.left_date = debt.left_date;
  replaced.rules = debt.rules;
  replaced.levels = debt.levels;
  replaced.position = debt.position;
  replaced.interest = debt.interest;
  replaced.quotes_met = debt.quotes_met;
  replaced.last_value_date = debt.last_value_date;
  replaced.entry_count = debt.entry_count;
  replaced.revision = debt.revision;
  replaced.updated_time = debt.updated_time;
  transaction_.Assign(found->second.debt, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const Hold& hold) {
  if (!tables_.debtors.contains(hold.debtor)) return Refuse(Reason::kDebtorNotFound);
  if (hold.debt.has_value() && !tables_.debts.contains({hold.debtor, *hold.debt})) {
    return Refuse(Reason::kDebtNotFound);
  }
  const bool fresh = transaction_.Insert(tables_.holds, {hold.debtor, hold.id}, hold);
  return fresh ? absl::OkStatus() : Refuse(Reason::kHoldAlreadyExists);
}

absl::Status MemoryWriter::Replace(const Hold& hold) {
  auto* const older = Older(tables_.holds, {hold.debtor, hold.id}, hold.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  Hold replaced = *older;
  replaced.state = hold.state;
  replaced.until = hold.until;
  replaced.review = hold.review;
  replaced.evidence = hold.evidence;
  replaced.end_reason = hold.end_reason;
  replaced.revision = hold.revision;
  replaced.updated_time = hold.updated_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const ChangeNotice& notice) {
  const auto found = tables_.debts.find({notice.debtor, notice.debt});
  if (found == tables_.debts.end()) return Refuse(Reason::kDebtNotFound);
  if (!transaction_.Insert(tables_.notice_ids, notice.id)) return Refuse(Reason::kWriteConflict);
  transaction_.PushBack(found->second.notices, notice);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Append(const MemoryAppend& append) {
  const Entry& entry = append.entry;
  const auto found = tables_.debts.find(append.debt);
  if (found == tables_.debts.end()) return Refuse(Reason::kDebtNotFound);
  MemoryDebt& kept = found->second;
  const std::size_t place = kept.journal.size();
  const bool fresh =
      transaction_.Insert(tables_.entry_ids, {append.debt.debtor, entry.id}) &&
      (entry.external_ref.empty() || transaction_.Insert(kept.by_ref, entry.external_ref, place));
  if (!fresh) return Refuse(Reason::kEntryAlreadyPosted);
  if (IsChargedFor(kept.journal, entry)) return Refuse(Reason::kFeeAlreadyCharged);
  if (entry.number != static_cast<std::int64_t>(place) + 1) return Refuse(Reason::kWriteConflict);
  transaction_.PushBack(kept.journal, entry);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Append(const StoredVerdict& verdict) {
  if (!tables_.debtors.contains(verdict.debtor)) return Refuse(Reason::kDebtorNotFound);
  const bool fresh = transaction_.Insert(tables_.verdicts, {verdict.debtor, verdict.id}, verdict);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Add(const LoggedCommunication& communication) {
  if (!tables_.debtors.contains(communication.debtor)) return Refuse(Reason::kDebtorNotFound);
  const bool fresh = transaction_.Insert(tables_.communications,
                                         {communication.debtor, communication.id}, communication);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Replace(const LoggedCommunication& communication) {
  auto* const older = Older(tables_.communications, {communication.debtor, communication.id},
                            communication.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  LoggedCommunication replaced = *older;
  replaced.talked_about = communication.talked_about;
  replaced.state = communication.state;
  replaced.outcome = communication.outcome;
  replaced.call_outcome = communication.call_outcome;
  replaced.dispatch_time = communication.dispatch_time;
  replaced.note = communication.note;
  replaced.revision = communication.revision;
  replaced.updated_time = communication.updated_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const Message& message) {
  const MemoryCommunicationKey key(message.debtor, message.id);
  if (!tables_.communications.contains(key)) return Refuse(Reason::kWriteConflict);
  if (!message.occasion.empty() &&
      !transaction_.Insert(tables_.message_occasions, {message.debtor, message.occasion},
                           message.id)) {
    return Refuse(Reason::kMessageAlreadyQueued);
  }
  const bool fresh = transaction_.Insert(tables_.messages, key, message);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Replace(const Message& message) {
  auto* const older = Older(tables_.messages, {message.debtor, message.id}, message.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  if (message.lease.has_value() && message.lease != older->lease) {
    return Refuse(Reason::kWriteConflict);
  }
  transaction_.Assign(*older, message);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const ReleasedText& released) {
  if (!tables_.debtors.contains(released.debtor)) return Refuse(Reason::kDebtorNotFound);
  transaction_.Insert(tables_.released_texts, {released.debtor, released.text, released.actor},
                      released);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const MemoryNewInbound& inbound) {
  const InboundItem& item = inbound.item;
  if (!tables_.heads.contains(item.debtor)) return Refuse(Reason::kDebtorNotFound);
  const InboundPlace place{item.debtor, item.id};
  if (inbound.reference.has_value() &&
      !transaction_.Insert(tables_.inbound_references, *inbound.reference, place)) {
    return Refuse(Reason::kInboundAlreadyReceived);
  }
  const bool fresh = transaction_.Insert(tables_.inbound, {item.debtor, item.id}, item);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Replace(const InboundItem& item) {
  auto* const older = Older(tables_.inbound, {item.debtor, item.id}, item.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  InboundItem replaced = item;
  replaced.channel = older->channel;
  replaced.received = older->received;
  if (item.state != InboundState::kMovedAway) replaced.content = older->content;
  replaced.actor = older->actor;
  replaced.created_time = older->created_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const TemplateVersion& version) {
  if (!transaction_.Insert(tables_.templates, KeyOf(version), version)) {
    return Refuse(Reason::kTemplateAlreadyExists);
  }
  transaction_.Assign(tables_.template_edition, tables_.template_edition + 1);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Replace(const TemplateVersion& version) {
  const auto found = tables_.templates.find(KeyOf(version));
  if (found == tables_.templates.end()) return Refuse(Reason::kWriteConflict);
  transaction_.Assign(found->second, version);
  transaction_.Assign(tables_.template_edition, tables_.template_edition + 1);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const Payment& payment) {
  if (!tables_.heads.contains(payment.debtor)) return Refuse(Reason::kDebtorNotFound);
  const bool fresh = transaction_.Insert(tables_.payments, {payment.debtor, payment.id}, payment) &&
                     transaction_.Insert(tables_.payments_by_ref,
                                         {payment.debtor, payment.external_ref}, payment.id);
  return fresh ? absl::OkStatus() : Refuse(Reason::kPaymentAlreadyPosted);
}

absl::Status MemoryWriter::Replace(const Payment& payment) {
  auto* const older = Older(tables_.payments, {payment.debtor, payment.id}, payment.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  Payment replaced = *older;
  replaced.state = payment.state;
  replaced.amount = payment.amount;
  replaced.value_date = payment.value_date;
  replaced.parts = payment.parts;
  replaced.landed_time = payment.landed_time;
  replaced.returned_date = payment.returned_date;
  replaced.return_reason = payment.return_reason;
  replaced.claimed_for = payment.claimed_for;
  replaced.revision = payment.revision;
  replaced.updated_time = payment.updated_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Add(const WorkItem& item) {
  if (!tables_.heads.contains(item.debtor)) return Refuse(Reason::kDebtorNotFound);
  const bool fresh = transaction_.Insert(tables_.work_items, {item.debtor, item.id}, item);
  return fresh ? absl::OkStatus() : Refuse(Reason::kWriteConflict);
}

absl::Status MemoryWriter::Replace(const WorkItem& item) {
  auto* const older = Older(tables_.work_items, {item.debtor, item.id}, item.revision);
  if (older == nullptr) return Refuse(Reason::kWriteConflict);
  WorkItem replaced = *older;
  replaced.state = item.state;
  replaced.claimed_by = item.claimed_by;
  replaced.ended_by = item.ended_by;
  replaced.outcome = item.outcome;
  replaced.entry = item.entry;
  replaced.language = item.language;
  replaced.priority = item.priority;
  replaced.breached = item.breached;
  replaced.revision = item.revision;
  replaced.updated_time = item.updated_time;
  transaction_.Assign(*older, std::move(replaced));
  return absl::OkStatus();
}

absl::Status MemoryWriter::Engage(const KillSwitch& engaged) {
  const bool fresh = transaction_.Insert(tables_.kill_switches, engaged.id, engaged);
  return fresh ? absl::OkStatus() : Refuse(Reason::kKillSwitchAlreadyExists);
}

absl::Status MemoryWriter::Release(const KillSwitch& released) {
  const auto found = tables_.kill_switches.find(released.id);
  if (found == tables_.kill_switches.end()) return Refuse(Reason::kKillSwitchNotFound);
  if (found->second.release.has_value()) return Refuse(Reason::kKillSwitchAlreadyReleased);
  transaction_.Assign(found->second.release, released.release);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Publish(const PublishedRulebook& rulebook) {
  const bool taken = std::any_of(tables_.rulebooks.begin(), tables_.rulebooks.end(),
                                 [&](const PublishedRulebook& one) {
                                   return one.id == rulebook.id && one.version == rulebook.version;
                                 });
  if (taken) return Refuse(Reason::kRulebookAlreadyPublished);
  const auto next = static_cast<std::int64_t>(tables_.rulebooks.size()) + 1;
  if (rulebook.edition != next) return Refuse(Reason::kWriteConflict);
  transaction_.PushBack(tables_.rulebooks, rulebook);
  return absl::OkStatus();
}

absl::Status MemoryWriter::RetryLetter(EventId id) {
  const auto found = tables_.dead_letters.find(id);
  if (found == tables_.dead_letters.end()) return Refuse(Reason::kWriteConflict);
  transaction_.Assign(found->second.retry_asked, true);
  return absl::OkStatus();
}

absl::Status MemoryWriter::DropLetter(EventId id) {
  if (!tables_.dead_letters.contains(id)) return Refuse(Reason::kWriteConflict);
  transaction_.Erase(tables_.dead_letters, id);
  return absl::OkStatus();
}

absl::Status MemoryWriter::Append(const AuditRow& row) {
  const auto head = tables_.heads.find(row.debtor);
  if (head == tables_.heads.end()) return Refuse(Reason::kDebtorNotFound);
  if (row.number != head->second.audit.number + 1) return Refuse(Reason::kWriteConflict);
  transaction_.Assign(head->second.audit, {row.number, row.mac});
  transaction_.Insert(tables_.audit, row.debtor, {});
  transaction_.PushBack(tables_.audit.at(row.debtor), {row, tables_.commits});
  return absl::OkStatus();
}

absl::Status MemoryWriter::Append(const Event& event) {
  transaction_.PushBack(tables_.events, {event, tables_.heads.at(event.debtor).revision});
  return absl::OkStatus();
}

absl::Status MemoryWriter::Remember(const StoredAnswer& answer) {
  const MemoryAnswerKey key = KeyOf(answer.key);
  if (!transaction_.Insert(tables_.answers, key, answer)) return Refuse(Reason::kRequestIdReused);
  transaction_.Insert(tables_.answers_by_time, {answer.answered_time, key});
  return absl::OkStatus();
}

absl::Status MemoryWriter::RaiseRevision(DebtorId id) {
  const auto head = tables_.heads.find(id);
  if (head == tables_.heads.end()) return Refuse(Reason::kDebtorNotFound);
  const std::int64_t revision = head->second.revision + 1;
  transaction_.Assign(head->second.revision, revision);
  const auto debtor = tables_.debtors.find(id);
  if (debtor != tables_.debtors.end()) transaction_.Assign(debtor->second.revision, revision);
  return absl::OkStatus();
}

}  // namespace parley
