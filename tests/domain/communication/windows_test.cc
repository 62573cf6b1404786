// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/windows.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/domain/communication/gate_fixture.h"

namespace parley {
namespace {

// The first minute at which a window is open in New York.
absl::Time Opens(const DayWindow& window, absl::Time from) {
  const std::array zones = {Zone("America/New_York")};
  const std::array windows = {window};
  return FirstMinute(from, zones, windows, 7,
                     [&](const LocalTime& local) { return window.Holds(local); });
}

DayWindow BothDays(std::int16_t from, std::int16_t to) {
  return {.days = {absl::Weekday::sunday, absl::Weekday::monday}, .from = from, .to = to};
}

TEST(FirstMinute, IsTheSecondBeginningOfTheHourInWhichAWindowClosed) {
  // Clocks go from 02:00 back to 01:00.
  const DayWindow until_half_past = BothDays(0, 90);
  EXPECT_EQ(Opens(until_half_past, At("2026-11-01T01:40:00-04:00")),
            At("2026-11-01T01:00:00-05:00"));
  EXPECT_EQ(Opens(until_half_past, At("2026-11-01T01:40:00-05:00")),
            At("2026-11-02T00:00:00-05:00"));
}

TEST(FirstMinute, IsTheFirstOfTheTwoAtWhichAWindowOpens) {
  const DayWindow from_half_past = BothDays(90, 120);
  EXPECT_EQ(Opens(from_half_past, At("2026-11-01T00:00:00-04:00")),
            At("2026-11-01T01:30:00-04:00"));
  EXPECT_EQ(Opens(from_half_past, At("2026-11-01T01:10:00-05:00")),
            At("2026-11-01T01:30:00-05:00"));
}

TEST(FirstMinute, FollowsAnHourThatClocksSkip) {
  EXPECT_EQ(Opens(BothDays(150, 240), At("2026-03-08T01:00:00-05:00")),
            At("2026-03-08T03:00:00-04:00"));
}

}  // namespace
}  // namespace parley
