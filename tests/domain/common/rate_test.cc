// SPDX-License-Identifier: Apache-2.0
#include "domain/common/rate.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace parley {
namespace {

TEST(Rate, CountsTenThousandMillionthsOfOneAYear) {
  EXPECT_EQ((Rate{.units = Rate::kUnitsPerOne}.ToPercent()), "100");
  EXPECT_EQ((Rate{.units = 425'000'000}.ToPercent()), "4.25");
}

TEST(Rate, IsShownWithoutZerosAtTheEnd) {
  EXPECT_EQ((Rate{.units = 0}.ToPercent()), "0");
  EXPECT_EQ((Rate{.units = 1}.ToPercent()), "0.00000001");
  EXPECT_EQ((Rate{.units = 10}.ToPercent()), "0.0000001");
  EXPECT_EQ((Rate{.units = 50'000'000}.ToPercent()), "0.5");
  EXPECT_EQ((Rate{.units = 100'000'000}.ToPercent()), "1");
  EXPECT_EQ((Rate{.units = 1'000'000'000}.ToPercent()), "10");
  EXPECT_EQ((Rate{.units = 99'999'999}.ToPercent()), "0.99999999");
}

TEST(Rate, MayBeBelowZero) {
  EXPECT_EQ((Rate{.units = -50'000'000}.ToPercent()), "-0.5");
  EXPECT_EQ((Rate{.units = std::numeric_limits<std::int64_t>::min()}.ToPercent()),
            "-92233720368.54775808");
  EXPECT_EQ((Rate{.units = std::numeric_limits<std::int64_t>::max()}.ToPercent()),
            "92233720368.54775807");
}

TEST(Rate, IsAnotherOneUnderAnotherConvention) {
  EXPECT_EQ((Rate{.units = 1, .day_count = DayCount::kAct360}),
            (Rate{.units = 1, .day_count = DayCount::kAct360}));
  EXPECT_NE((Rate{.units = 1, .day_count = DayCount::kAct360}),
            (Rate{.units = 1, .day_count = DayCount::kActActIsda}));
}

}  // namespace
}  // namespace parley
