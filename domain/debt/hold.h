// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_HOLD_H_
#define PARLEY_DOMAIN_DEBT_HOLD_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/debt/hold_effects.h"

namespace parley {

using HoldId = Id<struct HoldTag>;

// Where a hold is. That its last day is over is told by the day, not by a state.
enum class HoldState : std::uint8_t {
  kRequested = 1,  // Waits for whoever may decide; it has no effect yet.
  kActive = 2,
  kEnded = 3,
  kRejected = 4,
};

std::string_view NameOf(HoldState state);  // "REQUESTED".

// A typed, dated restriction on one debt of a person or on all of them.
struct Hold {
  HoldId id;
  DebtorId debtor;
  std::optional<DebtId> debt;  // None: all debts of the person.
  HoldType type = HoldType::kDispute;
  HoldState state = HoldState::kActive;
  // Minor units of a dispute about a part; none when the whole debt is disputed.
  std::optional<std::int64_t> disputed;
  Day from;                  // Its first day; it may lie in the past.
  std::optional<Day> until;  // Its last day; none until somebody ends it.
  std::optional<Day> review;
  std::string source;    // Who said so: a rule's id, a court, an adviser.
  SensitiveText reason;  // Free text.
  std::string actor;
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Hold&, const Hold&) = default;
};

// Adds what is wrong with a hold that is to be placed; paths begin with `field`.
void CheckHold(const Hold& hold, const std::string& field, Violations& violations);

// A hold that was requested takes effect, from its first day on, or is rejected.
// Errors: HOLD_NOT_REQUESTED.
absl::StatusOr<Hold> ApproveHold(const Hold& hold, absl::Time now);
absl::StatusOr<Hold> RejectHold(const Hold& hold, absl::Time now);

// Ends an active hold with `last` as its last day, or the one that it had, if that is earlier; the
// day before its first undoes it from the beginning. Errors: HOLD_NOT_ACTIVE; FIELD_INVALID for an
// earlier day.
absl::StatusOr<Hold> EndHold(const Hold& hold, Day last, absl::Time now);

// Gives an active hold another last day, and another day of review. Errors: HOLD_NOT_ACTIVE;
// FIELD_INVALID for a last day before its first.
absl::StatusOr<Hold> ExtendHold(const Hold& hold, std::optional<Day> until,
                                std::optional<Day> review, absl::Time now);

// True when the hold restricts that debt on that day.
bool IsActiveOn(const Hold& hold, DebtId debt, Day day);

// What may not be done to a debt on a day: the union of what its active holds forbid.
HoldEffects EffectsOn(std::span<const Hold> holds, DebtId debt, Day day);

// The days on which the debt bears no interest, holds that were ended among them; an open end is
// Day::max(). Periods may overlap.
std::vector<Period> InterestFreezes(std::span<const Hold> holds, DebtId debt);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_HOLD_H_
