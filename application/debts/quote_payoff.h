// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_QUOTE_PAYOFF_H_
#define PARLEY_APPLICATION_DEBTS_QUOTE_PAYOFF_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/quote.h"

namespace parley {

// Tells what pays a debt off, and stands by it for some days whatever accrues meanwhile.
class QuotePayoff {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    std::optional<Day> valid_until;
    std::optional<std::int64_t> etag;
  };

  struct Result {
    Debt debt;
    Payoff payoff;
  };

  QuotePayoff(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, DEBT_NOT_OPEN, BALANCE_OUT_OF_RANGE, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  absl::StatusOr<Result> Quote(Work& work, const Command& command) const;

  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_QUOTE_PAYOFF_H_
