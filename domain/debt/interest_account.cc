// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_account.h"

#include <algorithm>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status OutOfRange() { return Refuse(Reason::kBalanceOutOfRange); }

}  // namespace

InterestAccount::InterestAccount(const InterestTerms& terms, std::span<const Period> freezes)
    : terms_(terms),
      freezes_(freezes),
      meter_(terms, freezes),
      posted_through_(terms.interest_from),
      at_posting_(terms.day_count),
      at_month_begin_(terms.day_count) {}

InterestAccount::InterestAccount(const InterestTerms& terms, std::span<const Period> freezes,
                                 std::int64_t base, const InterestStanding& standing)
    : terms_(terms),
      freezes_(freezes),
      meter_(terms, freezes, standing.base_since, base, standing.accrued),
      posted_through_(standing.posted_through),
      posted_(standing.posted),
      at_posting_(meter_.TotalThrough(standing.posted_through).value_or(standing.accrued)),
      at_month_begin_(terms.day_count) {}

absl::Status InterestAccount::BaseIs(Day day, std::int64_t base) {
  return meter_.BaseIs(day, base) ? absl::OkStatus() : OutOfRange();
}

absl::StatusOr<Accrued> InterestAccount::PostThrough(Day day) {
  if (day <= posted_through_) return Accrued{};
  const std::optional<ExactInterest> accrued = meter_.TotalThrough(day);
  if (!accrued.has_value()) return OutOfRange();
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t due, Unposted(*accrued));
  const bool month_is_over = day == MonthEnd(day);
  const std::int64_t top_up = month_is_over ? TopUp(day, *accrued, due) : 0;
  const Accrued posting{due + top_up, posted_through_,
                        at_posting_.MillionthsBeyond(posted_ - topped_up_), top_up};
  posted_through_ = day;
  at_posting_ = *accrued;
  posted_ += due + top_up;
  topped_up_ += top_up;
  posted_in_month_ = month_is_over ? 0 : posted_in_month_ + due;
  if (month_is_over) at_month_begin_ = *accrued;
  return posting;
}

InterestStanding InterestAccount::standing() const {
  return {meter_.base_since(), meter_.accrued(), posted_through_, posted_};
}

absl::StatusOr<std::int64_t> InterestAccount::Unposted(const ExactInterest& accrued) const {
  const std::optional<std::int64_t> total = RoundedTotal(accrued, terms_);
  if (!total.has_value()) return OutOfRange();
  const std::int64_t due = *total - (posted_ - topped_up_);
  return std::max<std::int64_t>(0, std::min(due, terms_.cap.value_or(kLargestBalance) - posted_));
}

std::int64_t InterestAccount::TopUp(Day month_end, const ExactInterest& accrued,
                                    std::int64_t due) const {
  if (accrued == at_month_begin_ || meter_.base() == 0) return 0;
  const auto first = Day(absl::CivilMonth(month_end));
  const bool frozen = std::any_of(freezes_.begin(), freezes_.end(), [&](const Period& freeze) {
    return freeze.from <= month_end && first <= freeze.to;
  });
  if (frozen) return 0;
  const std::int64_t missing = terms_.monthly_minimum - posted_in_month_ - due;
  const std::int64_t room = terms_.cap.value_or(kLargestBalance) - posted_ - due;
  return std::max<std::int64_t>(0, std::min(missing, room));
}

std::optional<std::int64_t> RoundedTotal(const ExactInterest& accrued, const InterestTerms& terms) {
  const std::optional<std::int64_t> total = accrued.Rounded();
  if (total.has_value() && *total <= kLargestBalance) return total;
  return terms.cap.has_value() ? std::optional<std::int64_t>(kLargestBalance) : std::nullopt;
}

Day MonthEnd(Day day) { return Day(absl::CivilMonth(day) + 1) - 1; }

Day LastMonthEnd(Day today) { return Day(absl::CivilMonth(today)) - 1; }

}  // namespace parley
