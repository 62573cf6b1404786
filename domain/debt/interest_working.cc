// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_working.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "domain/common/rate.h"
#include "domain/debt/exact_interest.h"

namespace parley {
namespace {

constexpr int kFinerBy = 4;
constexpr int kMostDecimals = 6;
constexpr int kLeapYear = 366;
constexpr absl::int128 kMillion = 1'000'000;

absl::int128 PowerOfTen(int exponent) {
  absl::int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// numerator / divisor, half to even.
absl::int128 DivideRounded(absl::int128 numerator, absl::int128 divisor) {
  absl::int128 whole = numerator / divisor;
  absl::int128 left = numerator % divisor;
  if (left < 0) {
    left += divisor;
    --whole;
  }
  const absl::int128 twice = left * 2;
  const bool up = twice > divisor || (twice == divisor && whole % 2 != 0);
  return up ? whole + 1 : whole;
}

// Interest in 10^-finer of a minor unit.
absl::int128 Scaled(const ExactInterest& interest, int finer) {
  const ExactInterest::Numerators& sums = interest.numerators();
  const absl::int128 year = absl::int128{CommonYear(interest.convention())} * Rate::kUnitsPerOne;
  const absl::int128 leap_year = absl::int128{kLeapYear} * Rate::kUnitsPerOne;
  const absl::int128 whole = sums.common / year + sums.leap / leap_year;
  const absl::int128 left =
      sums.common % year * kLeapYear + sums.leap % leap_year * CommonYear(interest.convention());
  const absl::int128 scale = PowerOfTen(finer);
  return whole * scale + DivideRounded(left * scale, year * kLeapYear);
}

// Units of 10^-decimals: "-0.0042".
std::string Digits(absl::int128 units, int decimals) {
  const bool negative = units < 0;
  const absl::int128 magnitude = negative ? -units : units;
  const auto short_form = static_cast<std::uint64_t>(magnitude);
  // The library writes 128 bits slowly, and hardly any amount has so many.
  std::string digits =
      magnitude == short_form ? std::to_string(short_form) : absl::StrFormat("%d", magnitude);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - places, ".");
  return negative ? absl::StrCat("-", digits) : digits;
}

std::string FractionOf(CountedDays days, DayCount convention) {
  const std::string common = absl::StrCat(days.common, "/", CommonYear(convention));
  const std::string leap = absl::StrCat(days.leap, "/", kLeapYear);
  if (days.leap == 0) return common;
  return days.common == 0 ? leap : absl::StrCat("(", common, " + ", leap, ")");
}

}  // namespace

InterestWorking WorkOut(const InterestDetail& detail, Currency currency) {
  const int decimals =
      std::max(currency.decimals(), std::min(currency.decimals() + kFinerBy, kMostDecimals));
  const int finer = decimals - currency.decimals();
  InterestWorking working;
  ExactInterest all(detail.day_count);
  for (const InterestPiece& piece : detail.pieces) {
    ExactInterest one(detail.day_count);
    // What was posted did fit.
    static_cast<void>(one.Add(piece.base, piece.rate_units, piece.days) &&
                      all.Add(piece.base, piece.rate_units, piece.days));
    working.pieces.push_back({.days = {piece.after + 1, piece.through},
                              .counted = piece.days.common + piece.days.leap,
                              .base = piece.base,
                              .percent = Rate{piece.rate_units, detail.day_count}.ToPercent(),
                              .fraction = FractionOf(piece.days, detail.day_count),
                              .product = Digits(Scaled(one, finer), decimals)});
  }
  working.millionths = Scaled(all, kMostDecimals) + detail.carried_millionths;
  // What was posted did fit.
  working.rounded = static_cast<std::int64_t>(DivideRounded(working.millionths, kMillion));
  const absl::int128 scale = PowerOfTen(finer);
  const absl::int128 carried = DivideRounded(detail.carried_millionths * scale, kMillion);
  if (carried != 0) working.carried = Digits(carried, decimals);
  working.sum = Digits(DivideRounded(working.millionths * scale, kMillion), decimals);
  return working;
}

bool IsCapped(const InterestWorking& working, std::int64_t posted) {
  // A half is rounded either way, and what was carried is told to a millionth.
  constexpr absl::int128 kHalfAndWhatWasCut = 500'002;
  return working.millionths - absl::int128{posted} * kMillion > kHalfAndWhatWasCut;
}

}  // namespace parley
