// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_TELL_DEBT_H_
#define PARLEY_APPLICATION_DEBTS_TELL_DEBT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/clock.h"
#include "application/ports/portfolio.h"
#include "application/ports/time_zones.h"
#include "domain/debt/itemisation.h"

namespace parley {

// Takes a debt's balance apart, so that nobody has to ask why it is what it is.
class ItemiseDebt {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    DebtId debt;
    std::optional<Day> as_of;            // By default today, where the debtor is.
    std::optional<absl::Time> known_at;  // By default the debt's last change.
  };

  struct Result {
    Debt debt;
    Itemisation itemisation;
  };

  ItemiseDebt(Portfolio& portfolio, const Clock& clock, const TimeZones& zones)
      : portfolio_(portfolio), clock_(clock), zones_(zones) {}

  // Errors: DEBT_NOT_FOUND, FIELD_INVALID.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  Portfolio& portfolio_;
  const Clock& clock_;
  const TimeZones& zones_;
};

// Tells what happened to a debt in a period.
class IssueStatement {
 public:
  struct Query {
    TenantId tenant;
    DebtorId debtor;
    DebtId debt;
    Period period;
    // By default the last change of the debt, or of what was announced for it; the instant that the
    // statement names tells the same again.
    std::optional<absl::Time> known_at;
  };

  struct Result {
    DebtJournal journal;
    Statement statement;  // Its movements point into the journal.
    // By the end of the period, and no part of the balance; in minor units.
    std::int64_t accrued_interest = 0;
    // Announced for the debt and on its way when the statement was issued; no part of the balance.
    std::vector<ExpectedMoney> in_flight;
    // Those that were given by the end of the period and take effect in it or later.
    std::vector<ChangeNotice> notices;
  };

  IssueStatement(Portfolio& portfolio, const Clock& clock, const TimeZones& zones)
      : portfolio_(portfolio), clock_(clock), zones_(zones) {}

  // Errors: DEBT_NOT_FOUND, FIELD_INVALID.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  Portfolio& portfolio_;
  const Clock& clock_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_TELL_DEBT_H_
