// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_CHANGE_TERMS_H_
#define PARLEY_APPLICATION_DEBTS_CHANGE_TERMS_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/debt.h"
#include "domain/debt/revise_terms.h"

namespace parley {

// Gives a debt another order of money or other terms of interest, and the debtor a notice of it.
class ChangeTerms {
 public:
  struct Command {
    DebtorId debtor;
    DebtId debt;
    std::optional<std::int64_t> etag;  // The revision that the caller has seen.
    GivenTerms terms;                  // What is not given stays.
    // From when the debt bears interest; by default as it did, or from its itemisation date.
    std::optional<Day> interest_from = {};
    std::optional<Currency> currency = {};  // Of the amounts in the terms.
  };

  struct Result {
    Debt debt;
    std::optional<ChangeNotice> notice;  // None when nothing is different.
  };

  ChangeTerms(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Errors: FIELD_INVALID, DEBT_NOT_FOUND, NOTICE_TOO_SHORT, TERMS_WITHOUT_DAY,
  // DEBT_CLOSED_TO_ENTRIES, BALANCE_OUT_OF_RANGE, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  absl::StatusOr<Result> Change(Work& work, const Command& command) const;

  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_CHANGE_TERMS_H_
