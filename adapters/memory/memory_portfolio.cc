// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_portfolio.h"

#include <algorithm>
#include <set>

#include "adapters/memory/lookups.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

bool Fits(const DebtFilter& filter, const Debt& debt) {
  const std::int64_t owed = Outstanding(debt.position).value_or(0);
  return IsAskedFor(filter.debtor, debt.debtor) && IsAskedFor(filter.creditor, debt.creditor) &&
         IsAskedFor(filter.external_ref, debt.external_ref) &&
         IsAskedFor(filter.status, debt.status) && IsAskedFor(filter.currency, debt.currency) &&
         owed >= filter.least_owed.value_or(owed) && owed <= filter.most_owed.value_or(owed);
}

// The debts that a reference names.
std::set<MemoryDebtKey> Resolve(const MemoryTables& tables, const DebtReference& reference) {
  std::set<MemoryDebtKey> keys;
  // The nil id comes before every other.
  auto at = tables.debts_by_ref.lower_bound(
      {reference.external_ref, reference.creditor.value_or(CreditorId())});
  for (; at != tables.debts_by_ref.end(); ++at) {
    const auto& [external_ref, creditor] = at->first;
    if (external_ref != reference.external_ref || !IsAskedFor(reference.creditor, creditor)) break;
    keys.insert(at->second);
  }
  return keys;
}

std::vector<ExpectedMoney> ExpectedOf(const MemoryTables& tables, const Debt& debt) {
  std::vector<ExpectedMoney> expected;
  auto at = tables.payments.lower_bound({debt.debtor, PaymentId()});
  for (; at != tables.payments.end() && at->first.debtor == debt.debtor; ++at) {
    const std::optional<ExpectedMoney> money = ExpectedFor(debt.id, at->second);
    if (money.has_value()) expected.push_back(*money);
  }
  return expected;
}

}  // namespace

absl::StatusOr<Debt> MemoryPortfolio::GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) {
  return database_.Read(tenant, [&](const MemoryTables& tables) -> absl::StatusOr<Debt> {
    const MemoryDebt* kept = Find(tables.debts, {debtor, debt});
    if (kept == nullptr) return Refuse(Reason::kDebtNotFound);
    return kept->debt;
  });
}

absl::StatusOr<DebtJournal> MemoryPortfolio::GetJournal(TenantId tenant, DebtorId debtor,
                                                        DebtId debt) {
  return database_.Read(tenant, [&](const MemoryTables& tables) -> absl::StatusOr<DebtJournal> {
    const MemoryDebt* kept = Find(tables.debts, {debtor, debt});
    if (kept == nullptr) return Refuse(Reason::kDebtNotFound);
    return DebtJournal{kept->debt,
                       LedgerZone(tables, kept->debt),
                       kept->journal,
                       ExpectedOf(tables, kept->debt),
                       tables.debtors.at(debtor).language,
                       kept->notices};
  });
}

absl::StatusOr<std::vector<Debt>> MemoryPortfolio::ListDebts(TenantId tenant,
                                                             const DebtFilter& filter,
                                                             const DebtPosition& after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<Debt> page;
    // A list of one debtor's debts begins at that debtor.
    const MemoryDebtKey start = std::max<MemoryDebtKey>(
        {after.debtor, after.debt}, {filter.debtor.value_or(DebtorId()), DebtId()});
    for (auto at = tables.debts.upper_bound(start); at != tables.debts.end(); ++at) {
      if (page.size() >= static_cast<std::size_t>(most)) break;
      if (!IsAskedFor(filter.debtor, at->first.debtor)) break;
      if (Fits(filter, at->second.debt)) page.push_back(at->second.debt);
    }
    return page;
  });
}

absl::StatusOr<DebtorHolds> MemoryPortfolio::GetHolds(TenantId tenant, DebtorId debtor,
                                                      const std::optional<DebtId>& debt) {
  return database_.Read(tenant, [&](const MemoryTables& tables) -> absl::StatusOr<DebtorHolds> {
    DebtorHolds found{.time_zone = {}, .holds = HoldsOf(tables, debtor)};
    if (debt.has_value()) {
      const MemoryDebt* kept = Find(tables.debts, {debtor, *debt});
      if (kept == nullptr) return Refuse(Reason::kDebtNotFound);
      found.time_zone = LedgerZone(tables, kept->debt);
    } else if (const Debtor* known = Find(tables.debtors, debtor)) {
      found.time_zone = known->time_zone;
    }
    return found;
  });
}

absl::StatusOr<std::vector<StoredLedger>> MemoryPortfolio::ListLedgers(TenantId tenant,
                                                                       const DebtPosition& after,
                                                                       const LedgerLimits& limits) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<StoredLedger> page;
    std::int64_t entries = 0;
    for (auto at = tables.debts.upper_bound({after.debtor, after.debt}); at != tables.debts.end();
         ++at) {
      const bool full = page.size() >= static_cast<std::size_t>(limits.debts);
      if (full || (!page.empty() && entries >= limits.entries)) break;
      const auto& [key, kept] = *at;
      entries += kept.debt.entry_count;
      page.push_back({{key.debtor, key.debt}, kept.debt, kept.journal});
    }
    return page;
  });
}

absl::StatusOr<std::vector<KnownDebt>> MemoryPortfolio::FindDebts(
    TenantId tenant, std::span<const DebtReference> references) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::set<MemoryDebtKey> keys;
    for (const DebtReference& reference : references) keys.merge(Resolve(tables, reference));
    std::vector<KnownDebt> known;
    for (const MemoryDebtKey& key : keys) {
      const Debt& debt = tables.debts.at(key).debt;
      known.push_back({debt.creditor, debt.external_ref, debt.debtor, debt.id});
    }
    return known;
  });
}

absl::StatusOr<DuePage> MemoryPortfolio::FindDueDebts(TenantId tenant, const DueSearch& search) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    DuePage page;
    auto at = tables.debts.upper_bound({search.after.debtor, search.after.debt});
    for (int looked_at = 1; at != tables.debts.end() && looked_at <= search.how_many; ++at) {
      const auto& [key, kept] = *at;
      const DebtPosition position{key.debtor, key.debt};
      if (looked_at++ == search.how_many) page.next = position;
      if (!IsInterestDue(kept.debt, search.month_end)) continue;
      page.debts.push_back({position, kept.debt.interest->posted_through,
                            search.wants_zones ? LedgerZone(tables, kept.debt) : ""});
    }
    return page;
  });
}

}  // namespace parley
