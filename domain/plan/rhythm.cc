// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/rhythm.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

constexpr auto kFrequencyWords = std::to_array<std::string_view>(
    {"", "WEEKLY", "FORTNIGHTLY", "FOUR_WEEKLY", "MONTHLY", "MONTH_END", "TWICE_MONTHLY"});
constexpr auto kRollWords =
    std::to_array<std::string_view>({"", "NONE", "FOLLOWING", "PRECEDING", "MODIFIED_FOLLOWING"});

constexpr int kLongestMonth = 31;

bool IsOfficeDay(Day day, std::span<const Day> holidays) {
  const absl::Weekday weekday = absl::GetWeekday(day);
  if (weekday == absl::Weekday::saturday || weekday == absl::Weekday::sunday) return false;
  return !std::ranges::binary_search(holidays, day);
}

Day NextOfficeDay(Day day, int step, std::span<const Day> holidays) {
  while (!IsOfficeDay(day, holidays)) day += step;
  return day;
}

int LengthOf(absl::CivilMonth month) {
  constexpr auto kLengths = std::to_array<int>({31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31});
  const absl::civil_year_t year = month.year();
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kLengths.at(static_cast<std::size_t>(month.month()) - 1) +
         static_cast<int>(is_leap && month.month() == 2);
}

Day InMonth(absl::CivilMonth month, int day) {
  return Day(month.year(), month.month(), std::min(day, LengthOf(month)));
}

// How many days of the month a rhythm names.
std::size_t DaysNamed(Frequency frequency, std::size_t given) {
  switch (frequency) {
    case Frequency::kMonthly:
      return std::min<std::size_t>(given, 1);
    case Frequency::kTwiceMonthly:
      return 2;
    case Frequency::kWeekly:
    case Frequency::kFortnightly:
    case Frequency::kFourWeekly:
    case Frequency::kMonthEnd:
      return 0;
  }
  return 0;
}

Day NextOfTwo(Day day, std::span<const int> days) {
  const auto [early, late] = std::minmax(days[0], days[1]);
  const absl::CivilMonth month(day);
  for (const Day next : {InMonth(month, early), InMonth(month, late)}) {
    if (next > day) return next;
  }
  return InMonth(month + 1, early);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<Frequency>() {
  return kFrequencyWords;
}

template <>
std::span<const std::string_view> WordsOf<Roll>() {
  return kRollWords;
}

void CheckRhythm(const Rhythm& rhythm, const std::string& field, Violations& violations) {
  const std::string days = field + ".days";
  if (rhythm.days.size() != DaysNamed(rhythm.frequency, rhythm.days.size())) {
    violations.Add(days, rhythm.days.empty() ? Fault::kRequired : Fault::kOutOfRange);
  }
  for (std::size_t at = 0; at < rhythm.days.size(); ++at) {
    if (rhythm.days[at] >= 1 && rhythm.days[at] <= kLongestMonth) continue;
    violations.Add(absl::StrCat(days, "[", at, "]"), Fault::kOutOfRange);
  }
  if (rhythm.days.size() == 2 && rhythm.days[0] == rhythm.days[1]) {
    violations.Add(days, Fault::kDuplicate);
  }
}

Day Rolled(Day day, Roll roll, std::span<const Day> holidays) {
  switch (roll) {
    case Roll::kNone:
      return day;
    case Roll::kFollowing:
      return NextOfficeDay(day, 1, holidays);
    case Roll::kPreceding:
      return NextOfficeDay(day, -1, holidays);
    case Roll::kModifiedFollowing: {
      const Day following = NextOfficeDay(day, 1, holidays);
      return following.month() == day.month() ? following : NextOfficeDay(day, -1, holidays);
    }
  }
  return day;
}

void DueDays::Next() {
  constexpr int kWeek = 7;
  switch (rhythm_.frequency) {
    case Frequency::kWeekly:
      nominal_ += kWeek;
      return;
    case Frequency::kFortnightly:
      nominal_ += 2 * kWeek;
      return;
    case Frequency::kFourWeekly:
      nominal_ += 4 * kWeek;
      return;
    case Frequency::kMonthly: {
      const int day = rhythm_.days.empty() ? rhythm_.first_due.day() : rhythm_.days.front();
      nominal_ = InMonth(absl::CivilMonth(nominal_) + 1, day);
      return;
    }
    case Frequency::kMonthEnd:
      nominal_ = InMonth(absl::CivilMonth(nominal_) + 1, kLongestMonth);
      return;
    case Frequency::kTwiceMonthly:
      nominal_ = NextOfTwo(nominal_, rhythm_.days);
      return;
  }
}

}  // namespace parley
