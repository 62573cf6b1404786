// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/random_ids.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "adapters/system/system_clock.h"

namespace parley {
namespace {

class SetClock final : public Clock {
 public:
  absl::Time Now() const override { return now; }
  absl::Time now = absl::FromUnixMillis(0x0190'0000'0000);
};

TEST(SystemClock, CountsWholeMicrosecondsForwards) {
  const SystemClock clock;
  const absl::Time first = clock.Now();
  EXPECT_EQ(absl::ToUnixNanos(first) % 1000, 0);
  EXPECT_GE(clock.Now(), first);
  EXPECT_GT(first, absl::FromUnixSeconds(1'700'000'000));
}

TEST(RandomIds, AreOfVersionSevenAndBeginWithTheTime) {
  const SetClock clock;
  const std::string id = RandomIds(clock).Next().ToString();
  EXPECT_EQ(id.substr(0, 13), "01900000-0000");
  EXPECT_EQ(id[14], '7');
  EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos) << id;
}

TEST(RandomIds, GrowAlsoWithinAMillisecondAndWhenTheClockStepsBack) {
  SetClock clock;
  RandomIds ids(clock);
  Uuid last = ids.Next();
  for (int i = 0; i < 100'000; ++i) {
    if (i == 50'000) clock.now -= absl::Hours(1);
    const Uuid next = ids.Next();
    ASSERT_LT(last, next) << i;
    last = next;
  }
}

TEST(RandomIds, DoNotTellTheirNeighbours) {
  const SetClock clock;
  RandomIds ids(clock);
  std::set<std::string> tails;
  for (int i = 0; i < 10'000; ++i) tails.insert(ids.Next().ToString().substr(19));
  EXPECT_EQ(tails.size(), 10'000U);
}

TEST(RandomIds, AreUniqueAmongThreads) {
  const SystemClock clock;
  RandomIds ids(clock);
  std::vector<std::vector<Uuid>> made(4);
  std::vector<std::thread> threads;
  threads.reserve(made.size());
  for (std::vector<Uuid>& own : made) {
    threads.emplace_back([&ids, &own] {
      for (int i = 0; i < 20'000; ++i) own.push_back(ids.Next());
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<Uuid> all;
  for (const std::vector<Uuid>& own : made) all.insert(own.begin(), own.end());
  EXPECT_EQ(all.size(), 80'000U);
}

}  // namespace
}  // namespace parley
