// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>

#include "application/dispatch/retry_budget.h"
#include "application/dispatch/retry_schedule.h"

namespace parley {
namespace {

using testing::Eq;
using testing::Optional;

constexpr RetryRules kRules{.attempts = 6, .first = absl::Seconds(4), .longest = absl::Seconds(20)};

TEST(RetrySchedules, WaitLongerEachTimeUpToABound) {
  const auto longest = [](int attempts, std::int64_t seconds) {
    const auto micros = static_cast<std::uint64_t>(seconds) * 1'000'000;
    return WaitBeforeRetry(kRules, attempts, std::nullopt, micros);
  };
  EXPECT_THAT(longest(1, 4), Optional(absl::Seconds(4)));
  EXPECT_THAT(longest(2, 8), Optional(absl::Seconds(8)));
  EXPECT_THAT(longest(3, 16), Optional(absl::Seconds(16)));
  EXPECT_THAT(longest(4, 20), Optional(absl::Seconds(20)));
  EXPECT_THAT(longest(5, 20), Optional(absl::Seconds(20)));
}

TEST(RetrySchedules, EndAfterTheirAttempts) {
  EXPECT_THAT(WaitBeforeRetry(kRules, 6, std::nullopt, 0), Eq(std::nullopt));
  EXPECT_THAT(WaitBeforeRetry(kRules, 7, absl::Seconds(1), 0), Eq(std::nullopt));
}

RC_GTEST_PROP(RetrySchedules, StayWithinTheirBoundsWhateverChanceSays, (std::uint64_t random)) {
  const int attempts = *rc::gen::inRange(1, kRules.attempts);
  const auto wait = WaitBeforeRetry(kRules, attempts, std::nullopt, random);
  RC_ASSERT(wait >= absl::ZeroDuration());
  RC_ASSERT(*wait <= kRules.longest);
  const absl::Duration asked = absl::Seconds(*rc::gen::inRange(0, 100));
  RC_ASSERT(*WaitBeforeRetry(kRules, attempts, asked, random) >= asked);
}

TEST(RetrySchedules, SpreadWhatFailedTogether) {
  EXPECT_NE(WaitBeforeRetry(kRules, 3, std::nullopt, 12'345),
            WaitBeforeRetry(kRules, 3, std::nullopt, 9'876'543));
}

TEST(RetryBudgets, AllowATenthOnTopOfFirstTries) {
  RetryBudget budget({.first_tries_a_retry = 10, .most_saved = 2});
  EXPECT_TRUE(budget.TakeRetry());
  EXPECT_TRUE(budget.TakeRetry());
  EXPECT_FALSE(budget.TakeRetry());
  for (int at = 0; at < 10; ++at) budget.OnFirstTry();
  EXPECT_TRUE(budget.TakeRetry());
  EXPECT_FALSE(budget.TakeRetry());
}

RC_GTEST_PROP(RetryBudgets, AreNeverOverdrawn, ()) {
  constexpr BudgetRules kBudget{.first_tries_a_retry = 10, .most_saved = 5};
  RetryBudget budget(kBudget);
  int first_tries = 0;
  int retries = 0;
  const int steps = *rc::gen::inRange(0, 500);
  for (int step = 0; step < steps; ++step) {
    if (*rc::gen::arbitrary<bool>()) {
      budget.OnFirstTry();
      ++first_tries;
    } else if (budget.TakeRetry()) {
      ++retries;
    }
  }
  RC_ASSERT(retries <= kBudget.most_saved + first_tries / kBudget.first_tries_a_retry);
}

}  // namespace
}  // namespace parley
