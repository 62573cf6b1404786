// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/worker_pool.h"

#include <limits>

namespace parley::grpc_api {

WorkerPool::WorkerPool(int threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

bool WorkerPool::Offer(Job& job) { return Put(job, most_waiting_); }

bool WorkerPool::Take(Job& job) { return Put(job, std::numeric_limits<std::size_t>::max()); }

bool WorkerPool::Put(Job& job, std::size_t most_waiting) {
  {
    const std::lock_guard lock(mutex_);
    if (draining_ || waiting_.size() >= most_waiting) return false;
    waiting_.push_back(&job);
  }
  arrived_.notify_one();
  return true;
}

void WorkerPool::Drain() {
  {
    const std::lock_guard lock(mutex_);
    draining_ = true;
  }
  arrived_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    arrived_.wait(lock, [this] { return draining_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Job* const job = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    job->Run();
    lock.lock();
  }
}

}  // namespace parley::grpc_api
