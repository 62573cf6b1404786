// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/bucket.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace parley {
namespace {

TEST(Bucket, HasANameByWhichItIsFound) {
  const std::map<Bucket, std::string> expected = {{Bucket::kPrincipal, "PRINCIPAL"},
                                                  {Bucket::kInterest, "INTEREST"},
                                                  {Bucket::kFees, "FEES"},
                                                  {Bucket::kCosts, "COSTS"},
                                                  {Bucket::kPenalty, "PENALTY"}};
  ASSERT_EQ(expected.size(), kBucketCount);
  for (const auto& [bucket, name] : expected) {
    EXPECT_EQ(NameOf(bucket), name);
    EXPECT_EQ(BucketNamed(name), bucket);
  }
  EXPECT_EQ(BucketNamed("principal"), std::nullopt);
  EXPECT_EQ(BucketNamed(""), std::nullopt);
}

TEST(Bucket, IsListedOnceInTheOrderOfTheEnum) {
  for (std::size_t at = 0; at < kBucketCount; ++at) {
    EXPECT_EQ(kBuckets.at(at), static_cast<Bucket>(at));
  }
}

TEST(DefaultAllocationOrder, PaysWhatWasAddedBeforeWhatWasLent) {
  EXPECT_EQ(kDefaultAllocationOrder,
            (AllocationOrder{Bucket::kFees, Bucket::kCosts, Bucket::kPenalty, Bucket::kInterest,
                             Bucket::kPrincipal}));
}

TEST(Buckets, BeginAtZeroAndKeepEachItsOwn) {
  Buckets buckets;
  EXPECT_EQ(buckets, Buckets());
  std::int64_t units = 1;
  for (const Bucket bucket : kBuckets) {
    EXPECT_EQ(buckets[bucket], 0);
    buckets[bucket] = units++;
  }
  units = 1;
  for (const Bucket bucket : kBuckets) EXPECT_EQ(buckets[bucket], units++);
  EXPECT_NE(buckets, Buckets());
}

}  // namespace
}  // namespace parley
