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
#include "domain/common/money.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/debt/hold_effects.h"

namespace parley {

using HoldId = Id<struct HoldTag>;

// Where a hold is. The numbers are stored and never change.
enum class HoldState : std::uint8_t {
  kRequested = 1,  // Waits for whoever may decide; it has no effect yet.
  kActive = 2,
  kEnded = 3,
  kRejected = 4,
  // Told by the day, and never stored.
  kExpired = 5,    // Its last day is over.
  kScheduled = 6,  // Its first day is to come.
};

std::string_view NameOf(HoldState state);  // "REQUESTED".
std::optional<HoldState> HoldStateNamed(std::string_view name);

// Whether what a hold rests on was shown. The numbers are stored and never change.
enum class HoldEvidence : std::uint8_t {
  kNotNeeded = 1,
  kAwaited = 2,  // Asked for; the hold is in force meanwhile.
  kReceived = 3,
  kVerified = 4,
};

// A typed, dated restriction on one debt of a person or on all of them.
struct Hold {
  HoldId id;
  DebtorId debtor;
  std::optional<DebtId> debt;  // None: all debts of the person.
  HoldType type = HoldType::kDispute;
  HoldState state = HoldState::kActive;
  // Of a dispute about a part, which is above zero; none when the whole debt is disputed.
  std::optional<Money> disputed;
  Day from;                  // Its first day; it may lie in the past.
  std::optional<Day> until;  // Its last day; none until somebody ends it.
  std::optional<Day> review;
  SensitiveText source;  // Who said so: a rule's id, a court, an adviser.
  HoldEvidence evidence = HoldEvidence::kNotNeeded;
  SensitiveText reason;      // Free text.
  SensitiveText end_reason;  // Why it was ended; free text.
  std::string actor;         // Who placed it.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Hold&, const Hold&) = default;
};

// Adds what is wrong with a hold that is to be placed; paths begin with `field`. What lasts as long
// as money is on its way is not placed by hand.
void CheckHold(const Hold& hold, const std::string& field, Violations& violations);

// Takes a stored hold as it is. Errors: RECORD_CORRUPT when it breaks an invariant.
absl::StatusOr<Hold> RestoreHold(Hold hold);

// A hold that was requested takes effect, from its first day on, or is rejected.
// Errors: HOLD_NOT_REQUESTED.
absl::StatusOr<Hold> ApproveHold(const Hold& hold, absl::Time now);
absl::StatusOr<Hold> RejectHold(const Hold& hold, absl::Time now);

// Ends an active hold with `last` as its last day, or the one that it had, if that is earlier; the
// day before its first undoes it from the beginning. Errors: HOLD_NOT_ACTIVE; FIELD_INVALID for an
// earlier day.
absl::StatusOr<Hold> LiftHold(const Hold& hold, Day last, absl::Time now);

// Gives a hold that is active today another last day, and another day of review. One that has
// expired stays over: what comes after it is a new hold. Errors: HOLD_NOT_ACTIVE; FIELD_INVALID for
// a last day before its first, or no day of review where its type needs one.
absl::StatusOr<Hold> ProlongHold(const Hold& hold, std::optional<Day> until,
                                 std::optional<Day> review, Day today, absl::Time now);

// Where the hold is on a day: an active one begins and expires.
HoldState StateOn(const Hold& hold, Day day);

// True for a hold of that debt, or of the person.
bool Concerns(const Hold& hold, DebtId debt);

// True when the hold restricts that debt on that day.
bool IsActiveOn(const Hold& hold, DebtId debt, Day day);

// What a hold forbids while it is active. One about a part lets the rest be asked for; interest it
// stops whole, because no part of it belongs to that part.
HoldEffects EffectsOf(const Hold& hold);

// What may not be done to a debt on a day: the union of what its active holds forbid, and of what
// is derived from other facts about it, such as money on its way or a plan.
HoldEffects EffectsOn(std::span<const Hold> holds, DebtId debt, Day day,
                      const HoldEffects& derived = {});

// Money goes to no debt of which it is not clear whose it is. Errors: MONEY_HELD_APART, with the
// hold that says so.
absl::Status TakesMoneyToday(std::span<const Hold> holds, DebtId debt, Day today);

// The days on which the debt bears no interest, holds that were ended among them; an open end is
// Day::max(). Periods may overlap.
std::vector<Period> InterestFreezes(std::span<const Hold> holds, DebtId debt);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_HOLD_H_
