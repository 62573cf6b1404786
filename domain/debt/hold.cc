// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/hold.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kLongestSource = 200;

// In the order of the enum, which begins at one.
constexpr auto kStates =
    std::to_array<std::string_view>({"REQUESTED", "ACTIVE", "ENDED", "REJECTED"});

bool WasInForce(const Hold& hold) {
  return hold.state == HoldState::kActive || hold.state == HoldState::kEnded;
}

bool Covers(const Hold& hold, DebtId debt) { return hold.debt.value_or(debt) == debt; }

absl::StatusOr<Hold> Decide(const Hold& hold, HoldState state, absl::Time now) {
  if (hold.state != HoldState::kRequested) return Refuse(Reason::kHoldNotRequested);
  Hold decided = hold;
  decided.state = state;
  decided.updated_time = now;
  return decided;
}

}  // namespace

std::string_view NameOf(HoldState state) { return kStates.at(static_cast<std::size_t>(state) - 1); }

void CheckHold(const Hold& hold, const std::string& field, Violations& violations) {
  const HoldRow& row = RowOf(hold.type);
  RequireText(violations, field + ".source", hold.source, kLongestSource);
  AllowText(violations, field + ".reason", hold.reason.Reveal(), kLongestReason, Lines::kMany);
  if (row.of_the_person && hold.debt.has_value()) {
    violations.Add(field + ".debt", Fault::kUnknownValue);
  }
  if (hold.until.has_value() && *hold.until < hold.from) {
    violations.Add(field + ".until_date", Fault::kDateOrder);
  }
  if (row.needs_review_date && !hold.review.has_value()) {
    violations.Add(field + ".review_date", Fault::kRequired);
  }
  if (hold.review.has_value() && *hold.review < hold.from) {
    violations.Add(field + ".review_date", Fault::kDateOrder);
  }
  if (!hold.disputed.has_value()) return;
  if (hold.type != HoldType::kDispute) violations.Add(field + ".disputed", Fault::kUnknownValue);
  if (*hold.disputed <= 0) violations.Add(field + ".disputed", Fault::kNotPositive);
}

absl::StatusOr<Hold> ApproveHold(const Hold& hold, absl::Time now) {
  return Decide(hold, HoldState::kActive, now);
}

absl::StatusOr<Hold> RejectHold(const Hold& hold, absl::Time now) {
  return Decide(hold, HoldState::kRejected, now);
}

absl::StatusOr<Hold> EndHold(const Hold& hold, Day last, absl::Time now) {
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

absl::StatusOr<Hold> ExtendHold(const Hold& hold, std::optional<Day> until,
                                std::optional<Day> review, absl::Time now) {
  if (hold.state != HoldState::kActive) return Refuse(Reason::kHoldNotActive);
  Hold extended = hold;
  extended.until = until;
  extended.review = review;
  extended.updated_time = now;
  Violations violations;
  CheckHold(extended, "hold", violations);
  if (!violations.empty()) return violations.ToStatus();
  return extended;
}

bool IsActiveOn(const Hold& hold, DebtId debt, Day day) {
  return WasInForce(hold) && Covers(hold, debt) && hold.from <= day &&
         day <= hold.until.value_or(Day::max());
}

HoldEffects EffectsOn(std::span<const Hold> holds, DebtId debt, Day day) {
  HoldEffects effects;
  for (const Hold& hold : holds) {
    if (IsActiveOn(hold, debt, day)) effects = Union(effects, RowOf(hold.type).effects);
  }
  return effects;
}

std::vector<Period> InterestFreezes(std::span<const Hold> holds, DebtId debt) {
  std::vector<Period> freezes;
  for (const Hold& hold : holds) {
    const bool freezes_interest =
        RowOf(hold.type).effects.interest == InterestEffect::kFrozen && Covers(hold, debt);
    const Day last = hold.until.value_or(Day::max());
    if (WasInForce(hold) && freezes_interest && hold.from <= last) {
      freezes.push_back({hold.from, last});
    }
  }
  return freezes;
}

}  // namespace parley
