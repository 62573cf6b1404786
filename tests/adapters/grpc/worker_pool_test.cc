// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <deque>
#include <future>

namespace parley::grpc_api {
namespace {

class Counted final : public Job {
 public:
  explicit Counted(std::atomic<int>& done) : done_(done) {}
  void Run() override { ++done_; }

 private:
  std::atomic<int>& done_;
};

// Runs until the test lets it go.
class Held final : public Job {
 public:
  void Run() override {
    started_.set_value();
    go_.get_future().wait();
  }
  void AwaitStart() { started_.get_future().wait(); }
  void LetGo() { go_.set_value(); }

 private:
  std::promise<void> started_;
  std::promise<void> go_;
};

TEST(WorkerPool, DoesEachJobOnce) {
  std::atomic<int> done = 0;
  std::deque<Counted> jobs;
  WorkerPool pool(4, 10'000);
  for (int i = 0; i < 10'000; ++i) {
    ASSERT_TRUE(pool.Offer(jobs.emplace_back(done)));
  }
  pool.Drain();
  EXPECT_EQ(done, 10'000);
}

TEST(WorkerPool, TakesNoMoreThanMayWait) {
  std::atomic<int> done = 0;
  Counted job(done);
  Held held;
  WorkerPool pool(1, 2);
  ASSERT_TRUE(pool.Offer(held));
  held.AwaitStart();
  EXPECT_TRUE(pool.Offer(job));
  EXPECT_TRUE(pool.Offer(job));
  EXPECT_FALSE(pool.Offer(job));
  EXPECT_TRUE(pool.Take(job));
  held.LetGo();
  pool.Drain();
  EXPECT_EQ(done, 3);
}

TEST(WorkerPool, TakesNothingOnceItIsDrained) {
  std::atomic<int> done = 0;
  Counted job(done);
  WorkerPool pool(1, 2);
  pool.Drain();
  EXPECT_FALSE(pool.Offer(job));
  EXPECT_FALSE(pool.Take(job));
  EXPECT_EQ(done, 0);
}

}  // namespace
}  // namespace parley::grpc_api
