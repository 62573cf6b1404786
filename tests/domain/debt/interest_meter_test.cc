// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_meter.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace parley {
namespace {

constexpr std::int64_t kFivePercent = 500'000'000;
constexpr std::int64_t kTenPercent = 1'000'000'000;

Day On(std::string_view text) { return ParseDay(text).value(); }

InterestTerms Terms() {
  return {.rule = "statutory",
          .version = 1,
          .basis = "the contract",
          .interest_from = On("2026-01-01"),
          .rates = {{On("2026-01-01"), kFivePercent}}};
}

std::int64_t Through(const InterestMeter& meter, std::string_view day) {
  return meter.TotalThrough(On(day)).value().Rounded().value();
}

// 3,650.00 bears 0.50 a day at 5 %, 1.00 at 10 %.
constexpr std::int64_t kBase = 365'000;

TEST(InterestMeter, BearsFromTheDayAfterTheStart) {
  InterestMeter meter(Terms(), {});
  ASSERT_TRUE(meter.BaseIs(On("2025-12-01"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-01"), 0);
  EXPECT_EQ(Through(meter, "2026-01-02"), 50);
  EXPECT_EQ(Through(meter, "2026-01-31"), 30 * 50);
}

TEST(InterestMeter, ChangesTheBaseFromTheNextDayOn) {
  InterestMeter meter(Terms(), {});
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  ASSERT_TRUE(meter.BaseIs(On("2026-01-11"), 2 * kBase));
  EXPECT_EQ(Through(meter, "2026-01-11"), 10 * 50);
  EXPECT_EQ(Through(meter, "2026-01-12"), 10 * 50 + 100);
}

TEST(InterestMeter, ChangesTheRateOnItsDay) {
  InterestTerms terms = Terms();
  terms.rates.push_back({On("2026-01-11"), kTenPercent});
  InterestMeter meter(terms, {});
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-10"), 9 * 50);
  EXPECT_EQ(Through(meter, "2026-01-11"), 9 * 50 + 100);
}

TEST(InterestMeter, BearsNothingBeforeTheFirstRate) {
  InterestTerms terms = Terms();
  terms.rates.front().from = On("2026-02-01");
  InterestMeter meter(terms, {});
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-31"), 0);
  EXPECT_EQ(Through(meter, "2026-02-01"), 50);
}

TEST(InterestMeter, StandsStillOnBothEndsOfAFreeze) {
  const std::vector<Period> freezes = {{On("2026-01-03"), On("2026-01-05")}};
  InterestMeter meter(Terms(), freezes);
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-02"), 50);
  EXPECT_EQ(Through(meter, "2026-01-05"), 50);
  EXPECT_EQ(Through(meter, "2026-01-06"), 100);
}

TEST(InterestMeter, CountsADayThatTwoFreezesShareOnce) {
  const std::vector<Period> freezes = {{On("2026-01-05"), Day::max()},
                                       {On("2026-01-03"), On("2026-01-06")},
                                       {On("2026-01-10"), Day::max()}};
  InterestMeter meter(Terms(), freezes);
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-02"), 50);
  EXPECT_EQ(Through(meter, "2099-01-01"), 50);
}

TEST(InterestMeter, TakesTheLastWordOnADay) {
  InterestMeter meter(Terms(), {});
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  ASSERT_TRUE(meter.BaseIs(On("2026-01-11"), 0));
  ASSERT_TRUE(meter.BaseIs(On("2026-01-11"), kBase));
  EXPECT_EQ(Through(meter, "2026-01-21"), 20 * 50);
  EXPECT_EQ(meter.PiecesBetween(On("2026-01-01"), On("2026-01-21")).size(), 1U);
}

TEST(InterestMeter, CountsAStretchWithoutChangeInOneForThirty360) {
  InterestTerms terms = Terms();
  terms.day_count = DayCount::k30360Us;
  InterestMeter meter(terms, {});
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), 360'000));
  // To the 31st of January 30 days, and to the 1st of February no more.
  EXPECT_EQ(Through(meter, "2026-01-31"), 30 * 50);
  EXPECT_EQ(Through(meter, "2026-02-01"), 30 * 50);
  EXPECT_EQ(Through(meter, "2026-02-28"), 57 * 50);
  EXPECT_EQ(Through(meter, "2026-03-01"), 60 * 50);
  const auto march = meter.PiecesBetween(On("2026-02-28"), On("2026-03-31"));
  ASSERT_EQ(march.size(), 1U);
  EXPECT_EQ(march.front().days, (CountedDays{90 - 57, 0}));
}

TEST(InterestMeter, TellsTheStretchesThatMakeUpAPeriod) {
  InterestTerms terms = Terms();
  terms.rates.push_back({On("2026-02-11"), kTenPercent});
  const std::vector<Period> freezes = {{On("2026-02-21"), On("2026-02-22")}};
  InterestMeter meter(terms, freezes);
  ASSERT_TRUE(meter.BaseIs(On("2026-01-01"), kBase));
  const std::int64_t before = Through(meter, "2026-01-31");
  ASSERT_TRUE(meter.BaseIs(On("2026-02-06"), 2 * kBase));
  const std::vector<InterestPiece> expected = {
      {On("2026-01-31"), On("2026-02-06"), kBase, kFivePercent, {6, 0}},
      {On("2026-02-06"), On("2026-02-10"), 2 * kBase, kFivePercent, {4, 0}},
      {On("2026-02-10"), On("2026-02-20"), 2 * kBase, kTenPercent, {10, 0}},
      {On("2026-02-22"), On("2026-02-28"), 2 * kBase, kTenPercent, {6, 0}}};
  EXPECT_EQ(meter.PiecesBetween(On("2026-01-31"), On("2026-02-28")), expected);
  EXPECT_EQ(Through(meter, "2026-02-28") - before, 6 * 50 + 4 * 100 + 16 * 200);
}

TEST(InterestMeter, GivesTheSameTotalInOneStepAndInMany) {
  InterestTerms terms = Terms();
  terms.day_count = DayCount::kActActIsda;
  terms.rates = {{On("2026-01-01"), 387'000'001}, {On("2028-02-29"), 1'234'567'891}};
  const std::vector<Period> freezes = {{On("2027-05-05"), On("2027-06-01")}};
  InterestMeter once(terms, freezes);
  InterestMeter often(terms, freezes);
  ASSERT_TRUE(once.BaseIs(On("2026-01-01"), 123'457));
  ASSERT_TRUE(often.BaseIs(On("2026-01-01"), 123'457));
  for (Day day = On("2026-01-02"); day < On("2029-01-01"); ++day) {
    ASSERT_TRUE(often.BaseIs(day, 99));
    ASSERT_TRUE(often.BaseIs(day, 123'457));
    ASSERT_TRUE(often.TotalThrough(day).has_value());
  }
  EXPECT_EQ(often.TotalThrough(On("2029-01-01")), once.TotalThrough(On("2029-01-01")));
}

}  // namespace
}  // namespace parley
