// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/exact_interest.h"

#include <algorithm>
#include <limits>

namespace parley {
namespace {

constexpr int kLeapYear = 366;
constexpr int kMonthEnd30 = 30;

bool IsLeap(absl::civil_year_t year) { return absl::CivilDay(year, 2, 29).month() == 2; }

bool EndsFebruary(Day day) { return day.month() == 2 && (day + 1).month() == 3; }

std::int64_t DaysOf30(Day after, Day through) {
  int first = after.day();
  int last = through.day();
  if (EndsFebruary(after)) {
    if (EndsFebruary(through)) last = kMonthEnd30;
    first = kMonthEnd30;
  }
  first = std::min(first, kMonthEnd30);
  if (last > kMonthEnd30 && first == kMonthEnd30) last = kMonthEnd30;
  constexpr std::int64_t kYear = 360;
  return kYear * (through.year() - after.year()) +
         std::int64_t{kMonthEnd30} * (through.month() - after.month()) + last - first;
}

// The leap years from year 1 to this one.
std::int64_t LeapYearsTo(absl::civil_year_t year) { return year / 4 - year / 100 + year / 400; }

CountedDays DaysByYear(Day after, Day through) {
  const absl::civil_year_t first = (after + 1).year();
  const absl::civil_year_t last = through.year();
  CountedDays days;
  const auto add = [&](absl::civil_year_t year, std::int64_t count) {
    (IsLeap(year) ? days.leap : days.common) += count;
  };
  if (first == last) {
    add(first, through - after);
    return days;
  }
  add(first, Day(first, 12, 31) - after);
  add(last, through - (Day(last, 1, 1) - 1));
  const std::int64_t leap_years = LeapYearsTo(last - 1) - LeapYearsTo(first);
  days.leap += leap_years * kLeapYear;
  days.common += (last - first - 1 - leap_years) * CommonYear(DayCount::kActActIsda);
  return days;
}

// numerator / (year x units) as a whole and what is left over, so that sums of both fit 128 bits.
struct Divided {
  absl::int128 whole;
  absl::int128 left;
};

Divided Divide(absl::int128 numerator, int year) {
  const absl::int128 divisor = absl::int128{year} * Rate::kUnitsPerOne;
  const absl::int128 whole = numerator / divisor;  // Dear: no second division for what is left.
  return {whole, numerator - whole * divisor};
}

}  // namespace

int CommonYear(DayCount convention) {
  switch (convention) {
    case DayCount::kAct365F:
    case DayCount::kActActIsda:
      return 365;
    case DayCount::kAct360:
    case DayCount::k30360Us:
      return 360;
  }
  return 365;
}

CountedDays CountDays(DayCount convention, Day after, Day through) {
  if (through <= after) return {};
  switch (convention) {
    case DayCount::kAct365F:
    case DayCount::kAct360:
      return {through - after, 0};
    case DayCount::kActActIsda:
      return DaysByYear(after, through);
    case DayCount::k30360Us:
      return {DaysOf30(after, through), 0};
  }
  return {};
}

bool ExactInterest::Add(std::int64_t base, std::int64_t rate_units, CountedDays days) {
  const absl::int128 yearly = absl::int128{base} * rate_units;
  const absl::int128 common = yearly * days.common;
  const absl::int128 leap = yearly * days.leap;
  constexpr absl::int128 kMost = std::numeric_limits<absl::int128>::max();
  if (common > kMost - sums_.common || leap > kMost - sums_.leap) return false;
  sums_.common += common;
  sums_.leap += leap;
  return true;
}

ExactInterest::Parts ExactInterest::Split() const {
  const int year = CommonYear(convention_);
  const Divided common = Divide(sums_.common, year);
  if (sums_.leap == 0) return {common.whole, common.left, absl::int128{year} * Rate::kUnitsPerOne};
  const Divided leap = Divide(sums_.leap, kLeapYear);
  const absl::int128 divisor = absl::int128{year} * kLeapYear * Rate::kUnitsPerOne;
  const absl::int128 left = common.left * kLeapYear + leap.left * year;
  const absl::int128 whole = common.whole + leap.whole;
  if (left < divisor) return {whole, left, divisor};  // Each of both parts is below one.
  return {whole + 1, left - divisor, divisor};
}

std::optional<std::int64_t> ExactInterest::Rounded() const {
  Parts parts = Split();
  const absl::int128 twice = parts.left * 2;
  if (twice > parts.divisor || (twice == parts.divisor && parts.whole % 2 != 0)) ++parts.whole;
  if (parts.whole > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return static_cast<std::int64_t>(parts.whole);
}

std::int64_t ExactInterest::MillionthsBeyond(std::int64_t minor_units) const {
  constexpr int kMillion = 1'000'000;
  const Parts parts = Split();
  const absl::int128 millionths =
      (parts.whole - minor_units) * kMillion + parts.left * kMillion / parts.divisor;
  constexpr absl::int128 kMost = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::clamp(millionths, -kMost, kMost));
}

}  // namespace parley
