// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PORTFOLIO_H_
#define PARLEY_ADAPTERS_POSTGRES_PORTFOLIO_H_

#include <span>
#include <vector>

#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"
#include "application/ports/portfolio.h"

namespace parley::postgres {

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresPortfolio final : public Portfolio {
 public:
  PostgresPortfolio(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

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
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PORTFOLIO_H_
