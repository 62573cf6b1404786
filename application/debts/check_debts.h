// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_
#define PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/portfolio.h"
#include "domain/debt/ledger.h"

namespace parley {

// Recomputes debts from their journals and compares: what is kept must be what the journal gives.
class CheckDebts {
 public:
  // How many findings of one debt are told.
  static constexpr std::size_t kMostFindings = 100;

  struct DebtFinding {
    DebtPosition debt;
    Finding finding;
  };

  struct Result {
    std::vector<DebtFinding> findings;  // Empty when all is well.
    std::int64_t debts_checked = 0;
    std::int64_t entries_checked = 0;
    std::optional<DebtPosition> next;  // Of a page: where to go on; none after the last.
  };

  explicit CheckDebts(Portfolio& portfolio) : portfolio_(portfolio) {}

  // Checks one debt. Errors: DEBT_NOT_FOUND.
  absl::StatusOr<Result> Handle(TenantId tenant, DebtorId debtor, DebtId debt) const;

  // Checks the next debts of a tenant in the order of their ids, at most so many, and fewer when
  // they have many entries.
  absl::StatusOr<Result> HandlePage(TenantId tenant, const DebtPosition& after, int most) const;

 private:
  Portfolio& portfolio_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_
