// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_
#define PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/directory.h"
#include "application/ports/portfolio.h"
#include "application/ports/time_zones.h"
#include "domain/debt/hold.h"
#include "domain/debt/plain_status.h"

namespace parley {

// Tells where a debt stands today, so that the person who owes it knows what to expect, what can be
// done and which rights there are.
class ExplainDebt {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    DebtId debt;
  };

  struct Result {
    Debt debt;
    std::string language;  // The debtor's; empty when it is not known.
    PlainStatus status;
    std::optional<ComingDay> coming;
    std::vector<Hold> holds;  // Those that are active, what the person is told first in front.
  };

  ExplainDebt(Portfolio& portfolio, Directory& directory, const Clock& clock,
              const TimeZones& zones)
      : portfolio_(portfolio), directory_(directory), clock_(clock), zones_(zones) {}

  // Errors: DEBT_NOT_FOUND.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  Portfolio& portfolio_;
  Directory& directory_;
  const Clock& clock_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_
