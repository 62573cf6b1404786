// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/business_hours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace parley {
namespace {

const absl::TimeZone kZone = [] {
  absl::TimeZone zone;
  absl::LoadTimeZone("Europe/Madrid", &zone);
  return zone;
}();

absl::Time At(int month, int day, int hour, int minute = 0) {
  return absl::FromCivil(absl::CivilMinute(2026, month, day, hour, minute), kZone);
}

// With a holiday on Tuesday, the 8th of December.
Calendar ACalendar() {
  Calendar calendar;
  calendar.holidays = {Day(2026, 12, 8)};
  return calendar;
}

absl::Time After(absl::Time begun, absl::Duration length) {
  return AfterBusinessHours(begun, length, {}, ACalendar(), kZone);
}

TEST(BusinessHours, GoOnWhereADayEnded) {
  EXPECT_EQ(After(At(11, 23, 10), absl::Hours(3)), At(11, 23, 13));
  EXPECT_EQ(After(At(11, 23, 16, 30), absl::Hours(8)), At(11, 24, 16, 30));
  EXPECT_EQ(After(At(11, 23, 9), absl::Hours(8)), At(11, 23, 17));
  EXPECT_EQ(After(At(11, 23, 9), absl::Hours(24)), At(11, 25, 17));
}

TEST(BusinessHours, BeginInTheMorningForWhatCameAtNight) {
  EXPECT_EQ(After(At(11, 23, 3), absl::Hours(1)), At(11, 23, 10));
  EXPECT_EQ(After(At(11, 23, 22), absl::Hours(1)), At(11, 24, 10));
  EXPECT_EQ(After(At(11, 23, 17), absl::ZeroDuration()), At(11, 24, 9));
}

TEST(BusinessHours, RestAtWeekendsAndOnHolidays) {
  EXPECT_EQ(After(At(11, 27, 16), absl::Hours(2)), At(11, 30, 10));  // A Friday.
  EXPECT_EQ(After(At(11, 28, 12), absl::Hours(8)), At(11, 30, 17));  // A Saturday.
  EXPECT_EQ(After(At(12, 7, 16), absl::Hours(2)), At(12, 9, 10));    // Before the holiday.
}

TEST(BusinessHours, AreHoursAlsoWhereTheClockIsChanged) {
  const BusinessHours all_night{.opens = 0, .closes = 24};
  // On a Friday in a place that puts its clock forward on that day at midnight.
  absl::TimeZone cairo;
  ASSERT_TRUE(absl::LoadTimeZone("Africa/Cairo", &cairo));
  const absl::Time begun = absl::FromCivil(absl::CivilHour(2026, 4, 23, 23), cairo);
  EXPECT_EQ(AfterBusinessHours(begun, absl::Hours(2), all_night, {}, cairo),
            begun + absl::Hours(2));
}

RC_GTEST_PROP(BusinessHoursProperties, EndWithinHoursAndNeverBeforeTheyBegan, ()) {
  const absl::Time begun = At(1, 1, 0) + absl::Minutes(*rc::gen::inRange(0, 60 * 24 * 400));
  const absl::Duration length = absl::Minutes(*rc::gen::inRange(1, 60 * 100));
  const absl::Time ended = After(begun, length);
  RC_ASSERT(ended >= begun + length);
  const absl::CivilMinute at = absl::ToCivilMinute(ended, kZone);
  const int minute = at.hour() * 60 + at.minute();
  RC_ASSERT(minute > 9 * 60);
  RC_ASSERT(minute <= 17 * 60);
  RC_ASSERT(IsBusinessDay(Day(at), ACalendar()));
}

RC_GTEST_PROP(BusinessHoursProperties, AddUp, ()) {
  const absl::Time begun = At(1, 1, 0) + absl::Minutes(*rc::gen::inRange(0, 60 * 24 * 400));
  const absl::Duration one = absl::Minutes(*rc::gen::inRange(1, 60 * 50));
  const absl::Duration other = absl::Minutes(*rc::gen::inRange(1, 60 * 50));
  RC_ASSERT(After(After(begun, one), other) == After(begun, one + other));
}

RC_GTEST_PROP(BusinessHoursProperties, NeverEndEarlierForWhatBeganLater, ()) {
  const int first = *rc::gen::inRange(0, 60 * 24 * 400);
  const int later = first + *rc::gen::inRange(0, 60 * 24 * 10);
  const absl::Duration length = absl::Minutes(*rc::gen::inRange(0, 60 * 30));
  RC_ASSERT(After(At(1, 1, 0) + absl::Minutes(first), length) <=
            After(At(1, 1, 0) + absl::Minutes(later), length));
}

}  // namespace
}  // namespace parley
