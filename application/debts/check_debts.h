// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_
#define PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/payments.h"
#include "application/ports/portfolio.h"
#include "domain/debt/ledger.h"

namespace parley {

// Recomputes debts from their journals and compares: what is kept must be what the journal gives,
// and what payments say must stand in it.
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

  CheckDebts(Portfolio& portfolio, PaymentBook& payment_book)
      : portfolio_(portfolio), payment_book_(payment_book) {}

  // Checks one debt. Errors: DEBT_NOT_FOUND.
  absl::StatusOr<Result> Handle(TenantId tenant, DebtorId debtor, DebtId debt) const;

  // Checks the next debts of a tenant in the order of their ids, at most so many, and fewer when
  // they have many entries.
  absl::StatusOr<Result> HandlePage(TenantId tenant, const DebtPosition& after, int most) const;

 private:
  absl::Status Add(TenantId tenant, const StoredLedger& ledger, Result& result) const;
  absl::Status CheckPayments(TenantId tenant, const StoredLedger& ledger,
                             std::vector<Finding>& findings) const;

  Portfolio& portfolio_;
  PaymentBook& payment_book_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_CHECK_DEBTS_H_
