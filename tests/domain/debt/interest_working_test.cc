// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_working.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

namespace parley {
namespace {

Currency Of(std::string_view code) { return *Currency::Find(code); }

InterestPiece March(std::int64_t base, std::int64_t rate_units) {
  return {.after = Day(2026, 2, 28),
          .through = Day(2026, 3, 31),
          .base = base,
          .rate_units = rate_units,
          .days = {31, 0}};
}

constexpr std::int64_t kFivePercent = 500'000'000;

TEST(InterestWorking, ShowsAStretchAsAPersonWorksItOut) {
  const InterestDetail detail{.pieces = {March(100'000, kFivePercent)}};
  const InterestWorking working = WorkOut(detail, Of("EUR"));
  ASSERT_EQ(working.pieces.size(), 1U);
  const WorkedPiece& piece = working.pieces.front();
  EXPECT_EQ(piece.days, (Period{Day(2026, 3, 1), Day(2026, 3, 31)}));
  EXPECT_EQ(piece.counted, 31);
  EXPECT_EQ(piece.percent, "5");
  EXPECT_EQ(piece.fraction, "31/365");
  EXPECT_EQ(piece.product, "4.246575");
  EXPECT_EQ(working.carried, "");
  EXPECT_EQ(working.sum, "4.246575");
  EXPECT_EQ(working.rounded, 425);
  EXPECT_FALSE(IsCapped(working, 425));
  EXPECT_TRUE(IsCapped(working, 424));
}

TEST(InterestWorking, HasFourDecimalsMoreThanTheCurrencyAndSixAtMost) {
  const InterestDetail detail{.pieces = {March(100'000, kFivePercent)}};
  EXPECT_EQ(WorkOut(detail, Of("JPY")).sum, "424.6575");
  EXPECT_EQ(WorkOut(detail, Of("KWD")).sum, "0.424658");
  EXPECT_EQ(WorkOut(detail, Of("CLF")).sum, "0.042466");
}

TEST(InterestWorking, AddsWhatWasCarriedToTheExactProducts) {
  const InterestDetail detail{
      .pieces = {March(100'000, kFivePercent), March(200'000, kFivePercent)},
      .carried_millionths = -342'466};
  const InterestWorking working = WorkOut(detail, Of("EUR"));
  EXPECT_EQ(working.pieces[1].product, "8.493151");
  EXPECT_EQ(working.carried, "-0.003425");
  EXPECT_EQ(working.sum, "12.736301");  // 4.24657534 + 8.49315068 - 0.00342466
}

TEST(InterestWorking, LeavesOutACarryThatIsTooSmallToBeSeen) {
  const InterestDetail detail{.pieces = {March(100'000, kFivePercent)}, .carried_millionths = 7};
  EXPECT_EQ(WorkOut(detail, Of("EUR")).carried, "");
}

TEST(InterestWorking, TellsDaysOfLeapYearsApart) {
  InterestPiece piece = March(100'000, kFivePercent);
  piece.after = Day(2023, 12, 21);
  piece.through = Day(2024, 1, 21);
  piece.days = CountDays(DayCount::kActActIsda, piece.after, piece.through);
  InterestDetail detail{.day_count = DayCount::kActActIsda, .pieces = {piece}};
  const InterestWorking working = WorkOut(detail, Of("EUR"));
  EXPECT_EQ(working.pieces.front().fraction, "(10/365 + 21/366)");
  EXPECT_EQ(working.pieces.front().product, "4.238715");  // 1.36986301 + 2.86885246
  detail.pieces.front().days = {0, 31};
  EXPECT_EQ(WorkOut(detail, Of("EUR")).pieces.front().fraction, "31/366");
}

TEST(InterestWorking, IsExactForTheLargestBalance) {
  InterestPiece piece = March(4'000'000'000'000'000'000, kHighestRate);
  piece.days = {365, 0};
  const InterestDetail detail{.pieces = {piece}};
  EXPECT_EQ(WorkOut(detail, Of("EUR")).sum, "400000000000000000.000000");
}

}  // namespace
}  // namespace parley
