// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/rhythm.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Rhythm ARhythm(Frequency frequency, std::string_view first_due, std::vector<int> days = {}) {
  return {.frequency = frequency,
          .days = std::move(days),
          .first_due = DayOf(first_due),
          .roll = Roll::kNone,
          .holidays = {}};
}

std::vector<std::string> Due(const Rhythm& rhythm, int count) {
  std::vector<std::string> due;
  DueDays days(rhythm);
  for (int at = 0; at < count; ++at, days.Next()) due.push_back(FormatDay(days.due()));
  return due;
}

std::vector<Violation> FaultsOf(const Rhythm& rhythm) {
  Violations violations;
  CheckRhythm(rhythm, "it", violations);
  return violations.all();
}

TEST(DueDays, StepByWeeks) {
  EXPECT_THAT(Due(ARhythm(Frequency::kWeekly, "2026-12-21"), 3),
              ElementsAre("2026-12-21", "2026-12-28", "2027-01-04"));
  EXPECT_THAT(Due(ARhythm(Frequency::kFortnightly, "2028-02-16"), 3),
              ElementsAre("2028-02-16", "2028-03-01", "2028-03-15"));
  EXPECT_THAT(Due(ARhythm(Frequency::kFourWeekly, "2027-02-01"), 3),
              ElementsAre("2027-02-01", "2027-03-01", "2027-03-29"));
}

TEST(DueDays, TakeTheLastDayOfAMonthThatLacksTheirs) {
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthly, "2027-12-31", {31}), 5),
              ElementsAre("2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"));
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthly, "2100-01-29", {29}), 3),
              ElementsAre("2100-01-29", "2100-02-28", "2100-03-29"))
      << "2100 is no leap year";
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthly, "2027-01-30", {30}), 3),
              ElementsAre("2027-01-30", "2027-02-28", "2027-03-30"));
}

TEST(DueDays, OfEachMonthGoByTheFirstWhereNoDayIsNamed) {
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthly, "2027-01-31"), 3),
              ElementsAre("2027-01-31", "2027-02-28", "2027-03-31"));
}

TEST(DueDays, MayBeginOnAnotherDay) {
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthly, "2027-01-05", {20}), 3),
              ElementsAre("2027-01-05", "2027-02-20", "2027-03-20"));
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthEnd, "2027-01-05"), 2),
              ElementsAre("2027-01-05", "2027-02-28"));
  EXPECT_THAT(Due(ARhythm(Frequency::kTwiceMonthly, "2027-01-05", {20, 10}), 4),
              ElementsAre("2027-01-05", "2027-01-10", "2027-01-20", "2027-02-10"));
}

TEST(DueDays, AreTheLastOfEachMonth) {
  EXPECT_THAT(Due(ARhythm(Frequency::kMonthEnd, "2028-01-31"), 4),
              ElementsAre("2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"));
}

TEST(DueDays, AreTwoOfEachMonthInEitherOrder) {
  for (const std::vector<int>& days : {std::vector{15, 31}, {31, 15}}) {
    EXPECT_THAT(Due(ARhythm(Frequency::kTwiceMonthly, "2027-01-31", days), 5),
                ElementsAre("2027-01-31", "2027-02-15", "2027-02-28", "2027-03-15", "2027-03-31"));
  }
}

TEST(DueDays, AreOneInAMonthThatLacksBoth) {
  EXPECT_THAT(Due(ARhythm(Frequency::kTwiceMonthly, "2027-01-30", {30, 31}), 4),
              ElementsAre("2027-01-30", "2027-01-31", "2027-02-28", "2027-03-30"));
}

TEST(Rolled, GoesOverWeekendsAndHolidays) {
  const Day saturday = DayOf("2026-10-31");
  const std::vector<Day> none;
  EXPECT_EQ(Rolled(saturday, Roll::kNone, none), saturday);
  EXPECT_EQ(Rolled(saturday, Roll::kFollowing, none), DayOf("2026-11-02"));
  EXPECT_EQ(Rolled(saturday, Roll::kPreceding, none), DayOf("2026-10-30"));
  EXPECT_EQ(Rolled(saturday, Roll::kModifiedFollowing, none), DayOf("2026-10-30"));
  const std::vector<Day> row = {DayOf("2026-10-29"), DayOf("2026-10-30"), DayOf("2026-11-02")};
  EXPECT_EQ(Rolled(saturday, Roll::kNone, row), saturday);
  EXPECT_EQ(Rolled(saturday, Roll::kFollowing, row), DayOf("2026-11-03"));
  EXPECT_EQ(Rolled(saturday, Roll::kPreceding, row), DayOf("2026-10-28"));
  EXPECT_EQ(Rolled(saturday, Roll::kModifiedFollowing, row), DayOf("2026-10-28"));
}

TEST(Rolled, LeavesADayOfWorkAlone) {
  const Day friday = DayOf("2026-10-30");
  for (const Roll roll : {Roll::kFollowing, Roll::kPreceding, Roll::kModifiedFollowing}) {
    EXPECT_EQ(Rolled(friday, roll, {}), friday);
  }
}

TEST(Rolled, StaysInTheMonthWhereItMay) {
  EXPECT_EQ(Rolled(DayOf("2026-10-24"), Roll::kModifiedFollowing, {}), DayOf("2026-10-26"));
}

TEST(DueDays, AreNotMovedByAnEarlierOneThatWas) {
  Rhythm rhythm = ARhythm(Frequency::kWeekly, "2026-12-25");
  rhythm.roll = Roll::kFollowing;
  rhythm.holidays = {DayOf("2026-12-25"), DayOf("2026-12-28")};
  EXPECT_THAT(Due(rhythm, 3), ElementsAre("2026-12-29", "2027-01-01", "2027-01-08"));
  rhythm = ARhythm(Frequency::kMonthly, "2027-01-31");
  rhythm.roll = Roll::kFollowing;
  EXPECT_THAT(Due(rhythm, 3), ElementsAre("2027-02-01", "2027-03-01", "2027-03-31"))
      << "no month is left out";
}

TEST(CheckRhythm, TakesSoundOnes) {
  for (const Rhythm& rhythm :
       {ARhythm(Frequency::kMonthly, "2027-01-31"), ARhythm(Frequency::kMonthly, "2027-01-31", {1}),
        ARhythm(Frequency::kMonthly, "2027-01-31", {31}),
        ARhythm(Frequency::kTwiceMonthly, "2027-01-31", {31, 1}),
        ARhythm(Frequency::kWeekly, "2027-01-31")}) {
    EXPECT_THAT(FaultsOf(rhythm), IsEmpty());
  }
}

TEST(CheckRhythm, NamesTheDayThatNoMonthHas) {
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kMonthly, "2027-01-31", {0})),
              ElementsAre(Violation{"it.days[0]", Fault::kOutOfRange}));
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kTwiceMonthly, "2027-01-31", {32, -1})),
              ElementsAre(Violation{"it.days[0]", Fault::kOutOfRange},
                          Violation{"it.days[1]", Fault::kOutOfRange}));
}

TEST(CheckRhythm, AsksForAsManyDaysAsTheRhythmNames) {
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kTwiceMonthly, "2027-01-31")),
              ElementsAre(Violation{"it.days", Fault::kRequired}));
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kTwiceMonthly, "2027-01-31", {7})),
              ElementsAre(Violation{"it.days", Fault::kOutOfRange}));
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kTwiceMonthly, "2027-01-31", {7, 7})),
              ElementsAre(Violation{"it.days", Fault::kDuplicate}));
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kMonthly, "2027-01-31", {1, 15})),
              ElementsAre(Violation{"it.days", Fault::kOutOfRange}));
  EXPECT_THAT(FaultsOf(ARhythm(Frequency::kWeekly, "2027-01-31", {1})),
              ElementsAre(Violation{"it.days", Fault::kOutOfRange}));
}

}  // namespace
}  // namespace parley
