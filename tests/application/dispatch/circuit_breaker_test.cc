// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/circuit_breaker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace parley {
namespace {

using testing::Eq;
using testing::Optional;

constexpr BreakerRules kRules{
    .failures = 3, .rest = absl::Seconds(10), .longest_rest = absl::Seconds(35)};

absl::Time At(int second) { return absl::UnixEpoch() + absl::Seconds(second); }

class CircuitBreakers : public testing::Test {
 public:
  void FailAt(int second, int times = 1) {
    for (int at = 0; at < times; ++at) breaker_.OnFailure(At(second));
  }

  CircuitBreaker breaker_{kRules};
};

TEST_F(CircuitBreakers, OpenAfterFailuresInARowAndRest) {
  FailAt(0, 2);
  EXPECT_TRUE(breaker_.LetsThrough(At(0)));
  FailAt(0);
  EXPECT_FALSE(breaker_.LetsThrough(At(9)));
  EXPECT_THAT(breaker_.OpenUntil(), Optional(At(10)));
}

TEST_F(CircuitBreakers, ForgetFailuresWithEachAnswer) {
  FailAt(0, 2);
  breaker_.OnAnswer();
  FailAt(0, 2);
  EXPECT_TRUE(breaker_.LetsThrough(At(0)));
}

TEST_F(CircuitBreakers, LetOneTrialThroughAfterTheRest) {
  FailAt(0, 3);
  EXPECT_TRUE(breaker_.LetsThrough(At(10)));
  EXPECT_FALSE(breaker_.LetsThrough(At(11)));
  breaker_.OnAnswer();
  EXPECT_TRUE(breaker_.LetsThrough(At(11)));
  EXPECT_THAT(breaker_.OpenUntil(), Eq(std::nullopt));
}

TEST_F(CircuitBreakers, RestLongerWithEachTrialThatFailsUpToABound) {
  FailAt(0, 3);
  int now = 10;
  for (const int rest : {20, 35, 35}) {
    ASSERT_TRUE(breaker_.LetsThrough(At(now)));
    FailAt(now);
    EXPECT_THAT(breaker_.OpenUntil(), Optional(At(now + rest)));
    now += rest;
  }
}

TEST_F(CircuitBreakers, AreNotKeptOpenByWhatWasUnderWay) {
  FailAt(0, 3);
  FailAt(8, 5);
  EXPECT_TRUE(breaker_.LetsThrough(At(10)));
}

TEST_F(CircuitBreakers, LetAnotherTrialThroughWhenTheFirstCameToNothing) {
  FailAt(0, 3);
  EXPECT_TRUE(breaker_.LetsThrough(At(10)));
  breaker_.OnNothing();
  EXPECT_TRUE(breaker_.LetsThrough(At(10)));
}

// While a provider fails, what reaches it is bounded by the rests, whatever is asked.
RC_GTEST_PROP(CircuitBreakerProperties, BoundWhatReachesAProviderThatFails, ()) {
  CircuitBreaker breaker(kRules);
  int reached = 0;
  int second = 0;
  const int steps = *rc::gen::inRange(1, 300);
  for (int step = 0; step < steps; ++step) {
    second += *rc::gen::inRange(0, 3);
    if (!breaker.LetsThrough(At(second))) continue;
    ++reached;
    breaker.OnFailure(At(second));
  }
  RC_ASSERT(reached <= kRules.failures + 1 + second / 10);
}

}  // namespace
}  // namespace parley
