// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_PORTFOLIO_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_PORTFOLIO_H_

#include <optional>
#include <span>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/portfolio.h"

namespace parley {

class MemoryPortfolio final : public Portfolio {
 public:
  explicit MemoryPortfolio(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<Debt> GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) override;
  absl::StatusOr<DebtJournal> GetJournal(TenantId tenant, DebtorId debtor, DebtId debt) override;
  absl::StatusOr<std::vector<Debt>> ListDebts(TenantId tenant, const DebtFilter& filter,
                                              const DebtPosition& after, int most) override;
  absl::StatusOr<DebtorHolds> GetHolds(TenantId tenant, DebtorId debtor,
                                       const std::optional<DebtId>& debt) override;
  absl::StatusOr<std::vector<StoredLedger>> ListLedgers(TenantId tenant, const DebtPosition& after,
                                                        const LedgerLimits& limits) override;
  absl::StatusOr<std::vector<KnownDebt>> FindDebts(
      TenantId tenant, std::span<const DebtReference> references) override;
  absl::StatusOr<DuePage> FindDueDebts(TenantId tenant, const DueSearch& search) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_PORTFOLIO_H_
