// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/worker_pool.h"

namespace parley::grpc_api {

WorkerPool::WorkerPool(int threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

bool WorkerPool::Offer(Job& job) {
  {
    const std::lock_guard lock(mutex_);
    if (draining_ || waiting_.size() >= most_waiting_) return false;
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
