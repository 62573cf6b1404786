// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/hold.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/common/reason.h"
#include "domain/common/text.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

constexpr std::size_t kLongestSource = 200;

// In the order of the enum, which begins at one.
constexpr auto kStates = std::to_array<std::string_view>(
    {"REQUESTED", "ACTIVE", "ENDED", "REJECTED", "EXPIRED", "SCHEDULED"});

bool WasInForce(const Hold& hold) {
  return hold.state == HoldState::kActive || hold.state == HoldState::kEnded;
}

absl::StatusOr<Hold> Decide(const Hold& hold, HoldState state, absl::Time now) {
  if (hold.state != HoldState::kRequested) return Refuse(Reason::kHoldNotRequested);
  Hold decided = hold;
  decided.state = state;
  decided.updated_time = now;
  return decided;
}

void CheckDays(const Hold& hold, const std::string& prefix, Violations& violations) {
  if (hold.until.has_value() && *hold.until < hold.from) {
    violations.Add(prefix + "until_date", Fault::kDateOrder);
  }
  if (RowOf(hold.type).needs_review_date && !hold.review.has_value()) {
    violations.Add(prefix + "review_date", Fault::kRequired);
  }
  if (hold.review.has_value() && *hold.review < hold.from) {
    violations.Add(prefix + "review_date", Fault::kDateOrder);
  }
}

void CheckPart(const Hold& hold, const std::string& field, Violations& violations) {
  if (!hold.disputed.has_value()) return;
  if (hold.type != HoldType::kDispute) violations.Add(field + ".disputed", Fault::kUnknownValue);
  // A part of what, if of no debt?
  if (!hold.debt.has_value()) violations.Add(field + ".debt", Fault::kRequired);
  if (hold.disputed->minor_units() <= 0) violations.Add(field + ".disputed", Fault::kNotPositive);
  if (hold.disputed->minor_units() > kLargestBalance) {
    violations.Add(field + ".disputed", Fault::kAmountOutOfRange);
  }
}

}  // namespace

std::string_view NameOf(HoldState state) { return kStates.at(static_cast<std::size_t>(state) - 1); }

std::optional<HoldState> HoldStateNamed(std::string_view name) {
  for (std::size_t at = 0; at < kStates.size(); ++at) {
    if (kStates.at(at) == name) return static_cast<HoldState>(at + 1);
  }
  return std::nullopt;
}

void CheckHold(const Hold& hold, const std::string& field, Violations& violations) {
  RequireText(violations, field + ".source", hold.source.Reveal(), kLongestSource);
  AllowText(violations, field + ".reason", hold.reason.Reveal(), kLongestReason, Lines::kMany);
  if (hold.type == HoldType::kPaymentInFlight) {
    violations.Add(field + ".type", Fault::kUnknownValue);
  }
  if (RowOf(hold.type).of_the_person && hold.debt.has_value()) {
    violations.Add(field + ".debt", Fault::kUnknownValue);
  }
  CheckDays(hold, field + ".", violations);
  CheckPart(hold, field, violations);
}

absl::StatusOr<Hold> RestoreHold(Hold hold) {
  const bool named = !hold.id.IsNil() && !hold.debtor.IsNil() && hold.revision >= 1;
  const bool dated = !hold.until.has_value() || *hold.until >= hold.from - 1;
  const bool parted =
      !hold.disputed.has_value() || (hold.debt.has_value() && hold.disputed->minor_units() > 0);
  const bool by_the_day = hold.state == HoldState::kExpired || hold.state == HoldState::kScheduled;
  if (!named || !dated || !parted || by_the_day) {
    return Refuse(Reason::kRecordCorrupt);
  }
  return hold;
}

absl::StatusOr<Hold> ApproveHold(const Hold& hold, absl::Time now) {
  return Decide(hold, HoldState::kActive, now);
}

absl::StatusOr<Hold> RejectHold(const Hold& hold, absl::Time now) {
  return Decide(hold, HoldState::kRejected, now);
}

absl::StatusOr<Hold> LiftHold(const Hold& hold, Day last, absl::Time now) {
  if (hold.state != HoldState::kActive) return Refuse(Reason::kHoldNotActive);
  if (last < hold.from - 1) {
    Violations violations;
    violations.Add("until_date", Fault::kDateOrder);
    return violations.ToStatus();
  }
  Hold ended = hold;
  ended.state = HoldState::kEnded;
  ended.until = std::min(last, hold.until.value_or(last));
  ended.updated_time = now;
  return ended;
}

absl::StatusOr<Hold> ProlongHold(const Hold& hold, std::optional<Day> until,
                                 std::optional<Day> review, Day today, absl::Time now) {
  const HoldState state = StateOn(hold, today);
  const bool goes_on = state == HoldState::kActive || state == HoldState::kScheduled;
  if (!goes_on) return Refuse(Reason::kHoldNotActive);
  Hold extended = hold;
  extended.until = until;
  extended.review = review;
  extended.updated_time = now;
  Violations violations;
  CheckDays(extended, "", violations);
  if (!violations.empty()) return violations.ToStatus();
  return extended;
}

HoldState StateOn(const Hold& hold, Day day) {
  if (hold.state != HoldState::kActive) return hold.state;
  if (day < hold.from) return HoldState::kScheduled;
  return hold.until.value_or(day) < day ? HoldState::kExpired : HoldState::kActive;
}

bool Concerns(const Hold& hold, DebtId debt) { return hold.debt.value_or(debt) == debt; }

bool IsActiveOn(const Hold& hold, DebtId debt, Day day) {
  return WasInForce(hold) && Concerns(hold, debt) && hold.from <= day &&
         day <= hold.until.value_or(Day::max());
}

HoldEffects EffectsOf(const Hold& hold) {
  HoldEffects effects = RowOf(hold.type).effects;
  if (hold.disputed.has_value()) {
    effects.demand = ContactEffect::kAllowed;
    effects.disputed = hold.disputed->minor_units();
  }
  return effects;
}

HoldEffects EffectsOn(std::span<const Hold> holds, DebtId debt, Day day,
                      const HoldEffects& derived) {
  HoldEffects effects = derived;
  for (const Hold& hold : holds) {
    if (IsActiveOn(hold, debt, day)) effects = Union(effects, EffectsOf(hold));
  }
  return effects;
}

absl::Status TakesMoneyToday(std::span<const Hold> holds, DebtId debt, Day today) {
  for (const Hold& hold : holds) {
    const bool apart = EffectsOf(hold).money == MoneyEffect::kInSuspense;
    if (!apart || !IsActiveOn(hold, debt, today)) continue;
    return Refuse(Reason::kMoneyHeldApart, {}, {{"hold", hold.id.ToString()}});
  }
  return absl::OkStatus();
}

std::vector<Period> InterestFreezes(std::span<const Hold> holds, DebtId debt) {
  std::vector<Period> freezes;
  for (const Hold& hold : holds) {
    const bool freezes_interest =
        RowOf(hold.type).effects.interest == InterestEffect::kFrozen && Concerns(hold, debt);
    const Day last = hold.until.value_or(Day::max());
    if (WasInForce(hold) && freezes_interest && hold.from <= last) {
      freezes.push_back({hold.from, last});
    }
  }
  return freezes;
}

}  // namespace parley
