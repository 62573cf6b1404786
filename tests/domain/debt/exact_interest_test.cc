// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/exact_interest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "domain/debt/position.h"

namespace parley {
namespace {

Day On(std::string_view text) { return ParseDay(text).value(); }

std::int64_t Common(DayCount convention, std::string_view after, std::string_view through) {
  const CountedDays days = CountDays(convention, On(after), On(through));
  EXPECT_EQ(days.leap, 0);
  return days.common;
}

constexpr std::int64_t kFivePercent = 500'000'000;

TEST(CountDays, CountsEachDayOfTheActualConventions) {
  for (const DayCount convention : {DayCount::kAct365F, DayCount::kAct360}) {
    EXPECT_EQ(Common(convention, "2026-01-31", "2026-02-01"), 1);
    EXPECT_EQ(Common(convention, "2024-02-28", "2024-03-01"), 2);
    EXPECT_EQ(Common(convention, "2026-01-01", "2027-01-01"), 365);
    EXPECT_EQ(Common(convention, "2026-01-01", "2026-01-01"), 0);
    EXPECT_EQ(Common(convention, "2026-01-02", "2026-01-01"), 0);
  }
}

TEST(CountDays, TellsTheDaysOfLeapYearsApartForIsda) {
  const auto days = [](std::string_view after, std::string_view through) {
    return CountDays(DayCount::kActActIsda, On(after), On(through));
  };
  EXPECT_EQ(days("2023-12-30", "2024-01-02"), (CountedDays{1, 2}));
  EXPECT_EQ(days("2023-12-31", "2024-12-31"), (CountedDays{0, 366}));
  EXPECT_EQ(days("2024-12-31", "2025-01-01"), (CountedDays{1, 0}));
  EXPECT_EQ(days("2019-06-30", "2025-06-30"), (CountedDays{184 + 3 * 365 + 181, 2 * 366}));
  EXPECT_EQ(days("2099-12-31", "2100-12-31"), (CountedDays{365, 0}));
}

struct Month30Case {
  std::string after;
  std::string through;
  std::int64_t days;
};

void PrintTo(const Month30Case& example, std::ostream* out) {
  *out << example.after << " to " << example.through;
}

class CountDaysOf30 : public ::testing::TestWithParam<Month30Case> {};

TEST_P(CountDaysOf30, GivesEachMonthThirty) {
  const auto& [after, through, days] = GetParam();
  EXPECT_EQ(Common(DayCount::k30360Us, after, through), days);
}

// By hand, from the five rules of the convention.
INSTANTIATE_TEST_SUITE_P(UsRules, CountDaysOf30,
                         ::testing::Values(Month30Case{"2026-01-15", "2026-02-15", 30},
                                           Month30Case{"2026-01-30", "2026-01-31", 0},
                                           Month30Case{"2026-01-29", "2026-01-31", 2},
                                           Month30Case{"2026-01-31", "2026-03-31", 60},
                                           Month30Case{"2026-01-31", "2026-02-28", 28},
                                           Month30Case{"2026-02-28", "2026-03-01", 1},
                                           Month30Case{"2026-02-28", "2026-03-31", 30},
                                           Month30Case{"2024-02-28", "2024-03-31", 33},
                                           Month30Case{"2024-02-29", "2025-02-28", 360},
                                           Month30Case{"2026-12-31", "2027-01-01", 1},
                                           Month30Case{"2026-06-30", "2030-06-30", 1440}));

TEST(CountDays, CountsALongStretchOfIsdaAsItsYearsOneByOne) {
  for (const int first : {1900, 1999, 2000, 2003}) {
    for (const int last : {2001, 2004, 2100, 2401}) {
      const Day after(first, 3, 17);
      const Day through(last, 10, 2);
      CountedDays expected;
      for (int year = first; year <= last; ++year) {
        const CountedDays part =
            CountDays(DayCount::kActActIsda, std::max(after, Day(year, 1, 1) - 1),
                      std::min(through, Day(year, 12, 31)));
        expected.common += part.common;
        expected.leap += part.leap;
      }
      EXPECT_EQ(CountDays(DayCount::kActActIsda, after, through), expected);
      EXPECT_EQ(expected.common + expected.leap, through > after ? through - after : 0);
    }
  }
}

TEST(ExactInterest, IsBaseTimesRateTimesDaysOverTheYear) {
  ExactInterest interest(DayCount::kAct365F);
  // 1,000.00 at 5 % for 73 of 365 days.
  ASSERT_TRUE(interest.Add(100'000, kFivePercent, {73, 0}));
  EXPECT_EQ(interest.Rounded(), 1'000);
  ExactInterest shorter_year(DayCount::kAct360);
  ASSERT_TRUE(shorter_year.Add(100'000, kFivePercent, {72, 0}));
  EXPECT_EQ(shorter_year.Rounded(), 1'000);
}

TEST(ExactInterest, RoundsAHalfToTheEvenNeighbour) {
  // One day of 365 at 100 % of 365 units is one unit.
  const auto rounded = [](std::int64_t rate_units) {
    ExactInterest interest(DayCount::kAct365F);
    EXPECT_TRUE(interest.Add(365, rate_units, {1, 0}));
    return interest.Rounded();
  };
  constexpr std::int64_t kOne = Rate::kUnitsPerOne;
  EXPECT_EQ(rounded(kOne / 2 - 1), 0);
  EXPECT_EQ(rounded(kOne / 2), 0);
  EXPECT_EQ(rounded(kOne / 2 + 1), 1);
  EXPECT_EQ(rounded(kOne + kOne / 2), 2);
  EXPECT_EQ(rounded(2 * kOne + kOne / 2), 2);
}

TEST(ExactInterest, AddsDaysOfBothLengthsOfYearBeforeItRounds) {
  ExactInterest interest(DayCount::kActActIsda);
  // A quarter of a unit a day in the common year, and as much in the leap year: one half.
  ASSERT_TRUE(interest.Add(365LL * 366, Rate::kUnitsPerOne / 4 / 366, {1, 0}));
  ASSERT_TRUE(interest.Add(365LL * 366, Rate::kUnitsPerOne / 4 / 365, {0, 1}));
  EXPECT_EQ(interest.Rounded(), 0);
  ASSERT_TRUE(interest.Add(365LL * 366, 20, {1, 1}));
  EXPECT_EQ(interest.Rounded(), 1);
}

TEST(ExactInterest, GoesOnFromWhatItWasKeptAs) {
  ExactInterest interest(DayCount::kActActIsda);
  ASSERT_TRUE(interest.Add(100'000, kFivePercent, {73, 10}));
  const ExactInterest restored(interest.convention(), interest.numerators());
  EXPECT_EQ(restored, interest);
  EXPECT_EQ(restored.numerators().leap, absl::int128{100'000} * kFivePercent * 10);
}

TEST(ExactInterest, HoldsTheLargestBalanceAtTheHighestRateOverAllDays) {
  ExactInterest interest(DayCount::kActActIsda);
  EXPECT_TRUE(interest.Add(kLargestBalance, kHighestRate,
                           CountDays(DayCount::kActActIsda, On("1900-01-01"), On("9999-12-31"))));
  EXPECT_EQ(interest.Rounded(), std::nullopt);
}

TEST(ExactInterest, RefusesASumThatDoesNotFitAndKeepsWhatItHad) {
  ExactInterest interest(DayCount::kAct365F);
  ASSERT_TRUE(interest.Add(100'000, kFivePercent, {73, 0}));
  ExactInterest full = interest;
  int added = 0;
  while (full.Add(kLargestBalance, kHighestRate, {3'000'000, 0})) ++added;
  EXPECT_GT(added, 10);
  ASSERT_TRUE(interest.Add(0, 0, {1, 0}));
  EXPECT_EQ(interest.Rounded(), 1'000);
}

}  // namespace
}  // namespace parley
