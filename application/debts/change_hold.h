// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_CHANGE_HOLD_H_
#define PARLEY_APPLICATION_DEBTS_CHANGE_HOLD_H_

#include <cstdint>
#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debts/hold_changes.h"
#include "application/mutations.h"
#include "domain/debt/hold.h"

namespace parley {

// Which hold is to change, and what of it the caller has seen.
struct HoldReference {
  DebtorId debtor;
  HoldId hold;
  std::optional<std::int64_t> etag;
};

// Ends a hold. What other holds forbid stays forbidden.
class EndHold {
 public:
  struct Command {
    HoldReference reference;
    // The hold's last day, by default today where the debtor is; the day before its first undoes
    // it.
    std::optional<Day> last;
    SensitiveText reason;
  };

  EndHold(const Mutations& mutations, const HoldTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Interest of the days on which it runs again is posted in the same transaction.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, HOLD_NOT_FOUND, HOLD_NOT_ACTIVE, ETAG_STALE,
  // BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<HoldToday> encode) const;

 private:
  const Mutations& mutations_;
  HoldTools tools_;
};

// Gives a hold another last day and another day of review.
class ExtendHold {
 public:
  struct Command {
    HoldReference reference;
    std::optional<Day> until;  // None until somebody ends it.
    std::optional<Day> review;
    std::optional<HoldEvidence> evidence;  // As it is, when none is given.
  };

  ExtendHold(const Mutations& mutations, const HoldTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: those of EndHold.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<HoldToday> encode) const;

 private:
  const Mutations& mutations_;
  HoldTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_CHANGE_HOLD_H_
