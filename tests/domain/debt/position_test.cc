// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/position.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>

#include "absl/numeric/int128.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Bucket kFees = Bucket::kFees;
constexpr Bucket kCosts = Bucket::kCosts;
constexpr Bucket kPenalty = Bucket::kPenalty;

constexpr AllocationOrder kPrincipalFirst = {kPrincipal, kInterest, kFees, kCosts, kPenalty};

std::optional<Position> Settled(const Position& position) {
  return Settle(position, kDefaultAllocationOrder);
}

Position AnyPosition(std::int64_t from, std::int64_t to) {
  const auto units = rc::gen::oneOf(rc::gen::inRange(from, to), rc::gen::just<std::int64_t>(0));
  Position position;
  for (const Bucket bucket : kBuckets) position.owed[bucket] = *units;
  position.credit = *units;
  return position;
}

absl::int128 WideNet(const Position& position) {
  absl::int128 net = -absl::int128(position.credit);
  for (const Bucket bucket : kBuckets) net += position.owed[bucket];
  return net;
}

// The largest balance leaves room for the sum and the difference of any two positions.
static_assert(kLargestBalance == 4'000'000'000'000'000'000 && kLargestBalance <= kMost / 2);

TEST(Outstanding, IsTheSumOfTheBucketsAlone) {
  EXPECT_EQ(
      Outstanding(At(
          {{kPrincipal, 1}, {kInterest, 20}, {kFees, 300}, {kCosts, 4000}, {kPenalty, 50000}}, 7)),
      54321);
  EXPECT_EQ(Outstanding(Position{}), 0);
  EXPECT_EQ(Outstanding(At({{kPrincipal, kMost}, {kPenalty, 1}})), std::nullopt);
  EXPECT_EQ(Outstanding(At({{kPrincipal, kLeast}, {kPenalty, -1}})), std::nullopt);
}

TEST(Net, IsWhatIsOwedMinusWhatIsHeld) {
  EXPECT_EQ(Net(At({{kPrincipal, 10}, {kFees, 5}})), 15);
  EXPECT_EQ(Net(Holding(4)), -4);
  EXPECT_EQ(Net(At({{kPrincipal, kMost}, {kFees, 1}})), std::nullopt);
  EXPECT_EQ(Net(At({{kPrincipal, kMost}}, -1)), std::nullopt);
}

TEST(Sum, AddsPartByPartOrNotAtAll) {
  const Position left =
      At({{kPrincipal, 1}, {kInterest, 2}, {kFees, 3}, {kCosts, 4}, {kPenalty, 5}}, 6);
  EXPECT_EQ(Sum(left, At({{kPrincipal, 10}, {kCosts, -4}}, 60)),
            At({{kPrincipal, 11}, {kInterest, 2}, {kFees, 3}, {kPenalty, 5}}, 66));
  for (const Bucket bucket : kBuckets) {
    EXPECT_EQ(Sum(At({{bucket, kMost}}), At({{bucket, 1}})), std::nullopt);
    EXPECT_EQ(Sum(At({{bucket, kMost}}), At({{bucket, 0}})), At({{bucket, kMost}}));
  }
  EXPECT_EQ(Sum(Holding(kMost), Holding(1)), std::nullopt);
}

TEST(Difference, LeadsFromOnePositionToAnother) {
  EXPECT_EQ(Difference(At({{kPrincipal, 5}}, 3), At({{kPrincipal, 2}, {kFees, 1}}, 7)),
            At({{kPrincipal, 3}, {kFees, -1}}, -4));
  EXPECT_EQ(Difference(At({{kPrincipal, kLeast}}), At({{kPrincipal, 1}})), std::nullopt);
  EXPECT_EQ(Difference(Holding(0), Holding(kLeast)), std::nullopt);
}

RC_GTEST_PROP(Difference, AddedToWhereItBeganGivesWhereItEnded, ()) {
  const Position from = AnyPosition(-kLargestBalance, kLargestBalance);
  const Position to = AnyPosition(-kLargestBalance, kLargestBalance);
  RC_ASSERT(Sum(from, *Difference(to, from)) == to);
}

TEST(Settle, LeavesAloneWhatIsAtRest) {
  const Position owing =
      At({{kPrincipal, 1}, {kInterest, 2}, {kFees, 3}, {kCosts, 4}, {kPenalty, 5}});
  EXPECT_EQ(Settled(owing), owing);
  EXPECT_EQ(Settled(Holding(9)), Holding(9));
  EXPECT_EQ(Settled(Position{}), Position{});
}

TEST(Settle, PaysWhatIsOwedFromCreditInTheOrder) {
  const Buckets owed =
      InBuckets({{kPrincipal, 10}, {kInterest, 10}, {kFees, 10}, {kCosts, 10}, {kPenalty, 10}});
  EXPECT_EQ(Settled({owed, 5}),
            At({{kPrincipal, 10}, {kInterest, 10}, {kFees, 5}, {kCosts, 10}, {kPenalty, 10}}));
  EXPECT_EQ(Settled({owed, 15}),
            At({{kPrincipal, 10}, {kInterest, 10}, {kCosts, 5}, {kPenalty, 10}}));
  EXPECT_EQ(Settled({owed, 25}), At({{kPrincipal, 10}, {kInterest, 10}, {kPenalty, 5}}));
  EXPECT_EQ(Settled({owed, 35}), At({{kPrincipal, 10}, {kInterest, 5}}));
  EXPECT_EQ(Settled({owed, 45}), At({{kPrincipal, 5}}));
  EXPECT_EQ(Settled({owed, 50}), Position{});
  EXPECT_EQ(Settled({owed, 55}), Holding(5));
}

TEST(Settle, FollowsTheOrderThatItIsGiven) {
  EXPECT_EQ(Settle(At({{kPrincipal, 10}, {kFees, 10}}, 4), kPrincipalFirst),
            At({{kPrincipal, 6}, {kFees, 10}}));
}

TEST(Settle, HoldsWhatABucketHasTooLittle) {
  EXPECT_EQ(Settled(At({{kPrincipal, -7}})), Holding(7));
  EXPECT_EQ(Settled(At({{kInterest, -7}, {kCosts, -1}}, 2)), Holding(10));
  EXPECT_EQ(Settled(At({{kPrincipal, -7}, {kFees, 3}})), Holding(4));
  EXPECT_EQ(Settled(At({{kFees, -3}, {kPrincipal, 10}})), At({{kPrincipal, 7}}));
}

TEST(Settle, OwesMissingCreditAsPrincipalWhateverTheOrder) {
  EXPECT_EQ(Settle(At({}, -4), kPrincipalFirst), Owing(4));
  EXPECT_EQ(Settled(At({{kFees, 2}}, -7)), At({{kFees, 2}, {kPrincipal, 7}}));
  EXPECT_EQ(Settled(At({{kFees, -3}}, -7)), At({{kPrincipal, 4}}));
  EXPECT_EQ(Settled(At({{kFees, -9}}, -7)), Holding(2));
}

RC_GTEST_PROP(Settle, ComesToRestWithoutChangingTheNet, ()) {
  const Position position = AnyPosition(-1000, 1000);
  const std::optional<Position> settled = Settled(position);
  RC_ASSERT(settled.has_value());
  RC_ASSERT(IsSettled(*settled));
  RC_ASSERT(Net(*settled) == Net(position));
  RC_ASSERT(Settled(*settled) == settled);
}

RC_GTEST_PROP(Settle, NeverRaisesABucketButPrincipal, ()) {
  const Position position = AnyPosition(-1000, 1000);
  const Position settled = *Settled(position);
  for (const Bucket bucket : kBuckets) {
    if (bucket == kPrincipal) continue;
    RC_ASSERT(settled.owed[bucket] <= std::max<std::int64_t>(position.owed[bucket], 0));
  }
}

RC_GTEST_PROP(Settle, LeavesALaterBucketAloneWhileAnEarlierOneIsOwed, ()) {
  const Position position = AnyPosition(0, 1000);
  const Position settled = *Settled(position);
  bool earlier_is_owed = false;
  for (const Bucket bucket : kDefaultAllocationOrder) {
    if (earlier_is_owed) RC_ASSERT(settled.owed[bucket] == position.owed[bucket]);
    earlier_is_owed = earlier_is_owed || settled.owed[bucket] > 0;
  }
}

RC_GTEST_PROP(Settle, NeverWrapsWhateverItIsGiven, ()) {
  const Position position = AnyPosition(kLeast, kMost);
  const std::optional<Position> settled = Settled(position);
  if (!settled.has_value()) return;
  RC_ASSERT(IsSettled(*settled));
  RC_ASSERT(WideNet(*settled) == WideNet(position));
}

TEST(Settle, EndsWhereTheLargestBalanceDoes) {
  const std::int64_t half = kLargestBalance / 2;
  EXPECT_TRUE(Settled(At({{kPrincipal, kLargestBalance}})).has_value());
  EXPECT_FALSE(Settled(At({{kPrincipal, kLargestBalance + 1}})).has_value());
  EXPECT_TRUE(Settled(At({{kPrincipal, half}, {kFees, half}})).has_value());
  EXPECT_FALSE(Settled(At({{kPrincipal, half}, {kFees, half + 1}})).has_value());
  EXPECT_TRUE(Settled(Holding(kLargestBalance)).has_value());
  EXPECT_FALSE(Settled(Holding(kLargestBalance + 1)).has_value());
  EXPECT_EQ(Settled(At({{kPrincipal, kLargestBalance}}, kLargestBalance)), Position{});
  EXPECT_FALSE(Settled(At({{kPrincipal, kLeast}}, kMost)).has_value());
  EXPECT_FALSE(Settled(At({{kPrincipal, kMost}}, -1)).has_value());
}

TEST(IsSettled, IsFalseForEachWayToBeUnsettled) {
  EXPECT_TRUE(IsSettled(Position{}));
  EXPECT_TRUE(IsSettled(Holding(1)));
  EXPECT_FALSE(IsSettled(Holding(-1)));
  for (const Bucket bucket : kBuckets) {
    EXPECT_TRUE(IsSettled(At({{bucket, 1}})));
    EXPECT_FALSE(IsSettled(At({{bucket, -1}})));
    EXPECT_FALSE(IsSettled(At({{bucket, 1}}, 1)));
    EXPECT_TRUE(IsSettled(At({{bucket, kLargestBalance}})));
    EXPECT_FALSE(IsSettled(At({{bucket, kLargestBalance + 1}})));
  }
  EXPECT_FALSE(IsSettled(At({{kPrincipal, 5}, {kFees, -5}})));
  EXPECT_FALSE(IsSettled(At({{kPrincipal, 5}, {kFees, -5}}, 1)));
  EXPECT_FALSE(IsSettled(At({{kPrincipal, kMost}, {kFees, kMost}})));
  EXPECT_FALSE(IsSettled(Holding(kLargestBalance + 1)));
}

}  // namespace
}  // namespace parley
