// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_unit_of_work.h"

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "adapters/memory/lookups.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

std::vector<Entry> KnownEntries(const MemoryDebt& kept, const std::vector<std::string>& refs) {
  std::vector<Entry> known;
  for (const std::string& reference : refs) {
    const std::size_t* place = Find(kept.by_ref, reference);
    if (place != nullptr) known.push_back(kept.journal.at(*place));
  }
  return known;
}

MemoryHeads HeadsOf(const MemoryTables& tables, const std::set<DebtorId>& debtors) {
  MemoryHeads heads;
  for (const DebtorId& id : debtors) {
    const DebtorHead* head = Find(tables.heads, id);
    DebtorHead& own = heads.emplace(id, head == nullptr ? DebtorHead{} : *head).first->second;
    if (const Debtor* debtor = Find(tables.debtors, id)) own.language = debtor->language;
  }
  return heads;
}

}  // namespace

absl::StatusOr<Debtor> MemoryDebtors::Find(DebtorId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return FindDebtor(tables, id); });
}

void MemoryDebtors::Add(const Debtor& debtor) {
  scope_.writes.added_debtors.push_back(debtor);
  scope_.writes.changed.insert(debtor.id);
}

void MemoryDebtors::Replace(const Debtor& debtor) {
  scope_.writes.replaced_debtors.push_back(debtor);
  scope_.writes.changed.insert(debtor.id);
}

void MemoryDebtors::EraseTexts(DebtorId id) {
  scope_.writes.erased.insert(id);
  scope_.writes.changed.insert(id);
}

absl::StatusOr<std::vector<LedgerHead>> MemoryDebts::FindLedgers(
    std::span<const LedgerProbe> probes) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<LedgerHead> ledgers;
    for (const LedgerProbe& probe : probes) {
      const MemoryDebt* kept = parley::Find(tables.debts, {probe.debtor, probe.debt});
      if (kept == nullptr) continue;
      LedgerHead& head = ledgers.emplace_back(LedgerHead{kept->debt, LedgerZone(tables, kept->debt),
                                                         KnownEntries(*kept, probe.entry_refs)});
      if (probe.wants_settings) head.settings = tables.creditors.at(kept->debt.creditor).settings;
    }
    return ledgers;
  });
}

absl::StatusOr<std::vector<LedgerHead>> MemoryDebts::FindLedgersAlone(
    std::span<const LedgerKey> ledgers) {
  std::vector<LedgerProbe> probes;
  probes.reserve(ledgers.size());
  for (const LedgerKey& ledger : ledgers) probes.push_back({ledger.debtor, ledger.debt, {}});
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> heads, FindLedgers(probes));
  for (LedgerHead& head : heads) head.debt = LedgerAlone(std::move(head.debt));
  return heads;
}

absl::StatusOr<std::vector<LedgerHead>> MemoryDebts::FindLedgersOf(DebtorId debtor,
                                                                   const std::string& entry_ref) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<LedgerHead> ledgers;
    auto at = tables.debts.lower_bound({debtor, DebtId()});
    for (; at != tables.debts.end() && at->first.debtor == debtor; ++at) {
      const MemoryDebt& kept = at->second;
      ledgers.push_back({kept.debt, LedgerZone(tables, kept.debt), KnownEntries(kept, {entry_ref}),
                         tables.creditors.at(kept.debt.creditor).settings});
    }
    return ledgers;
  });
}

absl::StatusOr<std::vector<Entry>> MemoryDebts::Journal(DebtorId debtor, DebtId debt) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    const MemoryDebt* kept = parley::Find(tables.debts, {debtor, debt});
    return kept == nullptr ? std::vector<Entry>() : kept->journal;
  });
}

absl::StatusOr<std::vector<std::vector<Entry>>> MemoryDebts::Journals(
    std::span<const LedgerKey> ledgers) {
  std::vector<std::vector<Entry>> journals;
  journals.reserve(ledgers.size());
  for (const LedgerKey& ledger : ledgers) {
    PARLEY_ASSIGN_OR_RETURN(std::vector<Entry> journal, Journal(ledger.debtor, ledger.debt));
    journals.push_back(std::move(journal));
  }
  return journals;
}

void MemoryDebts::Add(const Debt& debt) {
  scope_.writes.added_debts.push_back(debt);
  scope_.writes.changed.insert(debt.debtor);
}

void MemoryDebts::Replace(const Debt& debt) {
  scope_.writes.replaced_debts.push_back(debt);
  scope_.writes.changed.insert(debt.debtor);
}

void MemoryDebts::ReplaceStanding(const Debt& debt) {
  Debt changed = scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    const MemoryDebt* kept = parley::Find(tables.debts, {debt.debtor, debt.id});
    return kept == nullptr ? debt : kept->debt;
  });
  CopyStanding(debt, changed);
  Replace(changed);
}

void MemoryDebts::Append(const Debt& debt, std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    scope_.writes.entries.push_back({{debt.debtor, debt.id}, entry});
    scope_.writes.changed.insert(debt.debtor);
  }
}

absl::StatusOr<Payment> MemoryPayments::Find(DebtorId debtor, PaymentId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return FindPayment(tables, debtor, id); });
}

absl::StatusOr<std::optional<Payment>> MemoryPayments::FindByReference(
    DebtorId debtor, const std::string& external_ref) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) -> absl::StatusOr<std::optional<Payment>> {
        const PaymentId* id = parley::Find(tables.payments_by_ref, {debtor, external_ref});
        if (id == nullptr) return std::nullopt;
        return FindPayment(tables, debtor, *id);
      });
}

absl::StatusOr<std::vector<Payment>> MemoryPayments::AnnouncedOf(DebtorId debtor) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return AnnouncedTo(tables, debtor); });
}

void MemoryPayments::Add(const Payment& payment) {
  scope_.writes.added_payments.push_back(payment);
  scope_.writes.changed.insert(payment.debtor);
}

void MemoryPayments::Replace(const Payment& payment) {
  scope_.writes.replaced_payments.push_back(payment);
  scope_.writes.changed.insert(payment.debtor);
}

absl::StatusOr<std::vector<Hold>> MemoryHolds::OfAll(std::span<const DebtorId> debtors) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<Hold> holds;
    for (const DebtorId debtor : debtors) {
      const std::vector<Hold> own = HoldsOf(tables, debtor);
      holds.insert(holds.end(), own.begin(), own.end());
    }
    return holds;
  });
}

void MemoryHolds::Add(const Hold& hold) {
  scope_.writes.added_holds.push_back(hold);
  scope_.writes.changed.insert(hold.debtor);
}

void MemoryHolds::Replace(const Hold& hold) {
  scope_.writes.replaced_holds.push_back(hold);
  scope_.writes.changed.insert(hold.debtor);
}

void MemoryNotices::Add(const ChangeNotice& notice) {
  scope_.writes.added_notices.push_back(notice);
  scope_.writes.changed.insert(notice.debtor);
}

absl::StatusOr<LoggedCommunication> MemoryCommunications::Find(DebtorId debtor,
                                                               CommunicationId id) {
  return scope_.database.Read(
      scope_.tenant, [&](const auto& tables) { return FindCommunication(tables, debtor, id); });
}

absl::StatusOr<std::vector<LoggedCommunication>> MemoryCommunications::Since(
    DebtorId debtor, const HistorySpan& span) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return HistoryOf(tables, debtor, span); });
}

absl::StatusOr<std::vector<ContactRecord>> MemoryCommunications::RecordsOf(
    std::span<const DebtorId> debtors, const ContactMoment& moment) {
  return scope_.database.Read(
      scope_.tenant, [&](const auto& tables) { return ContactRecordsOf(tables, debtors, moment); });
}

void MemoryCommunications::Add(const LoggedCommunication& communication) {
  scope_.writes.added_communications.push_back(communication);
  scope_.writes.changed.insert(communication.debtor);
}

void MemoryCommunications::Replace(const LoggedCommunication& communication) {
  scope_.writes.replaced_communications.push_back(communication);
  scope_.writes.changed.insert(communication.debtor);
}

void MemoryVerdicts::Append(const StoredVerdict& verdict) {
  scope_.writes.verdicts.push_back(verdict);
  scope_.writes.changed.insert(verdict.debtor);
}

absl::StatusOr<Creditor> MemoryCreditors::Find(CreditorId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const auto& tables) { return FindCreditor(tables, id); });
}

void MemoryCreditors::Add(const Creditor& creditor) {
  scope_.writes.added_creditors.push_back(creditor);
  scope_.writes.changed.insert(kDesk);
}

void MemoryCreditors::Replace(const Creditor& creditor) {
  scope_.writes.replaced_creditors.push_back(creditor);
  scope_.writes.changed.insert(kDesk);
}

absl::StatusOr<WorkItem> MemoryWorkItems::Find(DebtorId debtor, WorkItemId id) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) -> absl::StatusOr<WorkItem> {
        const WorkItem* item = parley::Find(tables.work_items, {debtor, id});
        if (item == nullptr) return Refuse(Reason::kWorkItemNotFound);
        return *item;
      });
}

absl::StatusOr<std::vector<WorkItem>> MemoryWorkItems::ToDoOfAll(
    std::span<const DebtorId> debtors) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::vector<WorkItem> items;
    for (const DebtorId debtor : debtors) {
      // The nil id comes before every other.
      auto at = tables.work_items.lower_bound({debtor, WorkItemId()});
      for (; at != tables.work_items.end() && at->first.first == debtor; ++at) {
        if (IsToDo(at->second.state)) items.push_back(at->second);
      }
    }
    return items;
  });
}

void MemoryWorkItems::Add(const WorkItem& item) {
  scope_.writes.added_work_items.push_back(item);
  scope_.writes.changed.insert(item.debtor);
}

void MemoryWorkItems::Replace(const WorkItem& item) {
  scope_.writes.replaced_work_items.push_back(item);
  scope_.writes.changed.insert(item.debtor);
}

absl::StatusOr<KillSwitch> MemoryKillSwitches::Find(KillSwitchId id) {
  return scope_.database.Read(scope_.tenant,
                              [&](const MemoryTables& tables) -> absl::StatusOr<KillSwitch> {
                                const KillSwitch* found = parley::Find(tables.kill_switches, id);
                                if (found == nullptr) return Refuse(Reason::kKillSwitchNotFound);
                                return *found;
                              });
}

absl::StatusOr<std::int64_t> MemoryKillSwitches::CountPersons(const SwitchScope& scope) {
  return scope_.database.Read(scope_.tenant, [&](const MemoryTables& tables) {
    std::set<DebtorId> persons;
    for (const auto& [key, kept] : tables.debts) {
      const bool meant = IsAskedFor(scope.creditor, kept.debt.creditor);
      if (meant && IsOwedAndOurs(kept.debt.status)) persons.insert(key.debtor);
    }
    return static_cast<std::int64_t>(persons.size());
  });
}

void MemoryKillSwitches::Engage(const KillSwitch& engaged) {
  scope_.writes.engaged_switches.push_back(engaged);
  scope_.writes.changed.insert(kDesk);
}

void MemoryKillSwitches::Release(const KillSwitch& released) {
  scope_.writes.released_switches.push_back(released);
  scope_.writes.changed.insert(kDesk);
}

absl::StatusOr<std::int64_t> MemoryPublishedRulebooks::Edition() {
  return scope_.database.Read(scope_.tenant, [](const MemoryTables& tables) {
    return static_cast<std::int64_t>(tables.rulebooks.size());
  });
}

absl::StatusOr<std::vector<PublishedRulebook>> MemoryPublishedRulebooks::All() {
  return scope_.database.Read(scope_.tenant, [](const auto& tables) { return tables.rulebooks; });
}

void MemoryPublishedRulebooks::Publish(const PublishedRulebook& rulebook) {
  scope_.writes.rulebooks.push_back(rulebook);
  scope_.writes.changed.insert(kDesk);
}

void MemoryOutbox::Append(const Event& event) {
  scope_.writes.events.push_back(event);
  scope_.writes.changed.insert(event.debtor);
}

void MemoryAnswers::Remember(const StoredAnswer& answer) {
  scope_.writes.answers.push_back(answer);
}

void MemoryAuditTrail::Append(const AuditRow& row) { scope_.writes.audit.push_back(row); }

MemoryUnitOfWork::MemoryUnitOfWork(MemoryDatabase& database, TenantId tenant,
                                   const std::set<DebtorId>& debtors)
    : scope_{database, tenant, {}},
      heads_(database.Read(tenant, [&](const auto& tables) { return HeadsOf(tables, debtors); })) {}

DebtorHead MemoryUnitOfWork::Head(DebtorId debtor) const {
  const DebtorHead* head = Find(heads_, debtor);
  return head == nullptr ? DebtorHead{} : *head;
}

bool MemoryUnitOfWork::Changes(DebtorId debtor) const {
  return scope_.writes.changed.contains(debtor);
}

absl::Status MemoryUnitOfWork::Commit() {
  return Write(scope_.database, scope_.tenant, scope_.writes, heads_);
}

}  // namespace parley
