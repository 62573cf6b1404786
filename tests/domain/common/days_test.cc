// SPDX-License-Identifier: Apache-2.0
#include "domain/common/days.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace parley {
namespace {

TEST(ParseDay, ReadsTheDaysThatExist) {
  EXPECT_EQ(ParseDay("2026-11-22"), Day(2026, 11, 22));
  EXPECT_EQ(ParseDay("2024-02-29"), Day(2024, 2, 29));
  EXPECT_EQ(ParseDay("2000-02-29"), Day(2000, 2, 29));
  EXPECT_EQ(ParseDay("2026-12-31"), Day(2026, 12, 31));
  EXPECT_EQ(ParseDay("2026-01-01"), Day(2026, 1, 1));
}

TEST(ParseDay, RefusesDaysThatTheMonthLacks) {
  for (const char* text :
       {"2026-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2026-04-31", "2026-01-32",
        "2026-01-00", "2026-00-01", "2026-13-01", "2026-13-32", "2026-00-00", "2026-99-99"}) {
    EXPECT_FALSE(ParseDay(text).has_value()) << text;
  }
}

TEST(ParseDay, EndsWithTheYearsOfTheLedger) {
  EXPECT_EQ(ParseDay("1900-01-01"), Day(1900, 1, 1));
  EXPECT_EQ(ParseDay("9999-12-31"), Day(9999, 12, 31));
  EXPECT_FALSE(ParseDay("1899-12-31").has_value());
  EXPECT_FALSE(ParseDay("0000-01-01").has_value());
}

TEST(ParseDay, RefusesEveryOtherForm) {
  for (const char* text :
       {"",           "2026",       "2026-11",     "2026-11-2",   "2026-1-22",   "26-11-22",
        "2026/11/22", "2026-11/22", "20261122",    "2026-11-22 ", " 2026-11-22", "2026-11-22T",
        "22-11-2026", "+026-11-22", "-026-11-22",  "2026-+1-22",  "2026-11--2",  "2026-1a-22",
        "2026-11-2:", "2026-11-/2", "12026-11-22", "2026-11-022"}) {
    EXPECT_FALSE(ParseDay(text).has_value()) << text;
  }
}

RC_GTEST_PROP(FormatDay, IsReadBack, ()) {
  const Day day = Day(kFirstYear, 1, 1) + *rc::gen::inRange<int>(0, 2'958'464);
  const std::string text = FormatDay(day);
  RC_ASSERT(text.size() == 10U);
  RC_ASSERT(ParseDay(text) == day);
  RC_ASSERT(Day(1970, 1, 1) + DayNumber(day) == day);
}

TEST(FormatDay, FillsUpWithZeros) {
  EXPECT_EQ(FormatDay(Day(2026, 1, 2)), "2026-01-02");
  EXPECT_EQ(FormatDay(Day(1900, 1, 1)), "1900-01-01");
}

TEST(DayNumber, CountsFrom1970) {
  EXPECT_EQ(DayNumber(Day(1970, 1, 1)), 0);
  EXPECT_EQ(DayNumber(Day(1970, 1, 2)), 1);
  EXPECT_EQ(DayNumber(Day(1969, 12, 31)), -1);
  EXPECT_EQ(DayNumber(Day(2000, 3, 1)), 11'017);
  EXPECT_EQ(DayNumber(Day(1900, 1, 1)), -25'567);
}

TEST(Period, HoldsBothItsEnds) {
  const Period period{Day(2026, 1, 31), Day(2026, 2, 28)};
  EXPECT_FALSE(period.Contains(Day(2026, 1, 30)));
  EXPECT_TRUE(period.Contains(Day(2026, 1, 31)));
  EXPECT_TRUE(period.Contains(Day(2026, 2, 28)));
  EXPECT_FALSE(period.Contains(Day(2026, 3, 1)));
}

}  // namespace
}  // namespace parley
