// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_
#define PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/ports/clock.h"
#include "application/ports/directory.h"
#include "application/ports/payments.h"
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
    // Those that are active, what weighs most in front; money on its way is one, without an id.
    std::vector<Hold> holds;
    std::int64_t on_its_way = 0;  // Minor units of the debt's currency.
  };

  // Where it reads.
  struct Sources {
    Portfolio& portfolio;
    PaymentBook& payments;
    Directory& directory;
  };

  ExplainDebt(const Sources& sources, const Clock& clock, const TimeZones& zones)
      : sources_(sources), clock_(clock), zones_(zones) {}

  // Errors: DEBT_NOT_FOUND.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  const Sources sources_;
  const Clock& clock_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_EXPLAIN_DEBT_H_
