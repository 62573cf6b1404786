// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/periods.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace parley {
namespace {

using ::testing::ElementsAre;

TEST(Periods, AreMergedWhereTheyOverlapOrTouch) {
  const std::vector<Period> periods = {{Day(2026, 3, 1), Day(2026, 3, 10)},
                                       {Day(2026, 1, 1), Day(2026, 1, 31)},
                                       {Day(2026, 3, 5), Day(2026, 3, 20)},
                                       {Day(2026, 2, 1), Day(2026, 2, 1)}};
  EXPECT_THAT(Merged(periods), ElementsAre(Period{Day(2026, 1, 1), Day(2026, 2, 1)},
                                           Period{Day(2026, 3, 1), Day(2026, 3, 20)}));
}

TEST(Periods, AreOneWhereTheyHaveNoEnd) {
  const std::vector<Period> periods = {{Day(2026, 3, 1), Day::max()},
                                       {Day(2026, 3, 1), Day::max()},
                                       {Day(2026, 4, 1), Day(2026, 4, 2)}};
  EXPECT_THAT(Merged(periods), ElementsAre(Period{Day(2026, 3, 1), Day::max()}));
}

TEST(Periods, ThatEndBeforeTheyBeginAreNone) {
  const std::vector<Period> periods = {{Day(2026, 3, 2), Day(2026, 3, 1)}};
  EXPECT_THAT(Merged(periods), ElementsAre());
}

}  // namespace
}  // namespace parley
