// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_WORKER_POOL_H_
#define PARLEY_ADAPTERS_GRPC_WORKER_POOL_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace parley::grpc_api {

// A piece of work that one thread does once. It may delete itself at the end of Run.
class Job {
 public:
  Job() = default;
  Job(const Job&) = delete;
  Job& operator=(const Job&) = delete;
  virtual ~Job() = default;

  // Throws nothing.
  virtual void Run() = 0;
};

// Threads of our own, because gRPC's must never block: two of its threads that wait for a database
// are a server that answers nobody. What waits is bounded; a caller who is told "too busy" at once
// is better served than one who waits for an answer that comes too late.
class WorkerPool {
 public:
  WorkerPool(int threads, std::size_t most_waiting);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool() { Drain(); }

  // False when too much waits or the pool is drained: then the job is not taken.
  bool Offer(Job& job);

  // Takes the job however much waits: for callers of whom each has one job at a time, and who are
  // themselves bounded. False when the pool is drained.
  bool Take(Job& job);

  // Does what waits, takes nothing more, and ends the threads.
  void Drain();

 private:
  void Work();
  bool Put(Job& job, std::size_t most_waiting);

  const std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job*> waiting_;
  bool draining_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_WORKER_POOL_H_
