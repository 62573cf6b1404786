// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_PLACE_HOLD_H_
#define PARLEY_APPLICATION_DEBTS_PLACE_HOLD_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debts/hold_changes.h"
#include "application/mutations.h"
#include "domain/debt/hold.h"

namespace parley {

// Restricts for a time what may be done to a debt, or to all debts of a person.
class PlaceHold {
 public:
  struct Command {
    DebtorId debtor;
    std::optional<HoldId> id;
    std::optional<Day> from;  // By default today, where the debtor is.
    Hold hold;                // Its ids, first day, state and times are filled in here.
    bool request = false;     // It has no effect until somebody else approves it.
  };

  PlaceHold(const Mutations& mutations, const HoldTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Interest of the days on which it stops is taken back in the same transaction. One that is only
  // requested is put on the team's list, and nothing else changes.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, HOLD_ALREADY_EXISTS,
  // DISPUTE_ABOVE_BALANCE, BALANCE_OUT_OF_RANGE.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<HoldToday> encode) const;

 private:
  const Mutations& mutations_;
  HoldTools tools_;
};

// A hold with its id, inside a transaction that runs. Where it stops interest, once a debt and
// transaction. Errors: those of PlaceHold.
absl::StatusOr<HoldToday> PutHold(Work& work, const HoldTools& tools,
                                  const PlaceHold::Command& command);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_PLACE_HOLD_H_
