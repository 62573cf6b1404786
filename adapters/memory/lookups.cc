// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/lookups.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// True for what happened in that span, or is about to.
bool IsIn(const HistorySpan& span, const LoggedCommunication& one) {
  const bool talk = one.outcome == Outcome::kConversation && IsThirdParty(one.contact.relation);
  return one.state != CommunicationState::kReleased &&
         one.dispatch_time >= (talk ? span.third_parties_since : span.since);
}

}  // namespace

absl::StatusOr<Debtor> FindDebtor(const MemoryTables& tables, DebtorId id) {
  const Debtor* debtor = Find(tables.debtors, id);
  if (debtor == nullptr) return Refuse(Reason::kDebtorNotFound);
  return *debtor;
}

absl::StatusOr<Creditor> FindCreditor(const MemoryTables& tables, CreditorId id) {
  const Creditor* creditor = Find(tables.creditors, id);
  if (creditor == nullptr) return Refuse(Reason::kCreditorNotFound);
  return *creditor;
}

absl::StatusOr<Payment> FindPayment(const MemoryTables& tables, DebtorId debtor, PaymentId id) {
  const Payment* payment = Find(tables.payments, {debtor, id});
  if (payment == nullptr) return Refuse(Reason::kPaymentNotFound);
  return *payment;
}

absl::StatusOr<DebtorRecord> RecordOf(const MemoryTables& tables, DebtorId id) {
  PARLEY_ASSIGN_OR_RETURN(Debtor debtor, FindDebtor(tables, id));
  const DebtorRecord* kept = Find(tables.records, id);
  DebtorRecord record = kept == nullptr ? DebtorRecord() : *kept;
  record.debtor = std::move(debtor);
  record.holds = HoldsOf(tables, id);
  return record;
}

absl::StatusOr<LoggedCommunication> FindCommunication(const MemoryTables& tables, DebtorId debtor,
                                                      CommunicationId id) {
  const LoggedCommunication* communication = Find(tables.communications, {debtor, id});
  if (communication == nullptr) return Refuse(Reason::kCommunicationNotFound);
  return *communication;
}

std::vector<LoggedCommunication> HistoryOf(const MemoryTables& tables, DebtorId debtor,
                                           const HistorySpan& span) {
  std::vector<LoggedCommunication> history;
  for (auto at = tables.communications.lower_bound({debtor, CommunicationId()});
       at != tables.communications.end() && at->first.first == debtor; ++at) {
    if (IsIn(span, at->second)) history.push_back(at->second);
  }
  const auto earlier = [](const LoggedCommunication& left, const LoggedCommunication& right) {
    return left.dispatch_time < right.dispatch_time;
  };
  std::stable_sort(history.begin(), history.end(), earlier);
  return history;
}

absl::StatusOr<std::vector<ContactRecord>> ContactRecordsOf(const MemoryTables& tables,
                                                            std::span<const DebtorId> debtors,
                                                            const ContactMoment& moment) {
  std::vector<ContactRecord> records;
  for (const DebtorId debtor : debtors) {
    ContactRecord& record = records.emplace_back();
    record.edition = std::ssize(tables.rulebooks);
    PARLEY_ASSIGN_OR_RETURN(record.person, RecordOf(tables, debtor));
    for (auto at = tables.debts.lower_bound({debtor, DebtId()});
         at != tables.debts.end() && at->first.debtor == debtor; ++at) {
      record.debts.push_back(at->second.debt);
    }
    record.announced = AnnouncedTo(tables, debtor);
    record.history = HistoryOf(tables, debtor, moment.span);
    record.switches = StandingAt(tables, moment.now);
    for (auto at = tables.inbound.lower_bound({debtor, CommunicationId()});
         at != tables.inbound.end() && at->first.first == debtor; ++at) {
      const std::optional<WaitingInbound> waits = WaitingOf(at->second, moment.now);
      if (waits.has_value()) record.unanswered.push_back(*waits);
    }
  }
  return records;
}

std::vector<Payment> AnnouncedTo(const MemoryTables& tables, DebtorId debtor) {
  std::vector<Payment> announced;
  for (auto at = tables.payments.lower_bound({debtor, PaymentId()});
       at != tables.payments.end() && at->first.debtor == debtor; ++at) {
    if (at->second.state == PaymentState::kAnnounced) announced.push_back(at->second);
  }
  return announced;
}

std::vector<Hold> HoldsOf(const MemoryTables& tables, DebtorId debtor) {
  std::vector<Hold> holds;
  for (auto at = tables.holds.lower_bound({debtor, HoldId()});
       at != tables.holds.end() && at->first.first == debtor; ++at) {
    holds.push_back(at->second);
  }
  return holds;
}

std::vector<KillSwitch> StandingAt(const MemoryTables& tables, absl::Time now) {
  std::vector<KillSwitch> standing;
  for (const auto& [id, one] : tables.kill_switches) {
    if (one.StandsAt(now)) standing.push_back(one);
  }
  return standing;
}

std::string LedgerZone(const MemoryTables& tables, const Debt& debt) {
  const Debtor& debtor = tables.debtors.at(debt.debtor);
  return debtor.time_zone.empty() ? tables.creditors.at(debt.creditor).time_zone : debtor.time_zone;
}

}  // namespace parley
