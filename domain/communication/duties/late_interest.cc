// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/duties/late_interest.h"

#include <algorithm>
#include <limits>

#include "absl/numeric/int128.h"
#include "domain/common/rate.h"

namespace parley {
namespace {

// Half to even.
std::optional<std::int64_t> Rounded(absl::int128 numerator, absl::int128 denominator) {
  absl::int128 whole = numerator / denominator;
  const absl::int128 twice = 2 * (numerator % denominator);
  if (twice > denominator || (twice == denominator && whole % 2 != 0)) ++whole;
  if (whole > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return static_cast<std::int64_t>(whole);
}

constexpr std::int64_t kMostPrincipal = 4'000'000'000'000'000'000;

}  // namespace

std::optional<StatutoryInterest> InterestOf(const LateInterest& rule, std::int64_t principal,
                                            Period late, std::span<const ReferenceRate> rates,
                                            int days_of_year) {
  StatutoryInterest owed{.days = late.to - late.from + 1};
  if (principal < 0 || principal > kMostPrincipal || owed.days < 0) return std::nullopt;
  absl::int128 rated_days = 0;  // Each day times its rate.
  std::int64_t covered = 0;
  for (const ReferenceRate& one : rates) {
    const Day from = std::max(late.from, one.days.from);
    const Day to = std::min(late.to, one.days.to);
    if (to < from) continue;
    const std::int64_t days = to - from + 1;
    covered += days;
    rated_days += absl::int128(one.rate + rule.margin) * days;
  }
  if (covered != owed.days) return std::nullopt;
  const std::optional<std::int64_t> interest =
      Rounded(rated_days * principal, absl::int128(Rate::kUnitsPerOne) * days_of_year);
  if (!interest.has_value()) return std::nullopt;
  owed.interest = *interest;
  return owed;
}

std::optional<std::int64_t> SimpleInterest(std::int64_t principal, std::int64_t rate,
                                           std::int64_t days, int days_of_year) {
  if (principal < 0 || principal > kMostPrincipal) return std::nullopt;
  return Rounded(absl::int128(principal) * rate * days,
                 absl::int128(Rate::kUnitsPerOne) * days_of_year);
}

}  // namespace parley
