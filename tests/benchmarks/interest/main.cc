// SPDX-License-Identifier: Apache-2.0
// bench_interest POSTGRES TENANT THREADS: posts a month's interest to each debt of a tenant in the
// least possible way, and prints how many debts in how many seconds. interest.py runs it.
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/benchmarks/interest/floor_batch.h"

namespace parley::bench {
namespace {

// Threads with a connection each; one page after the other is found by whoever has none.
class Floor {
 public:
  Floor(std::string address, std::string tenant)
      : address_(std::move(address)), tenant_(std::move(tenant)) {}

  std::size_t Run(int threads) {
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < threads; ++worker) workers.emplace_back([this] { Work(); });
    workers.clear();
    return debts_;
  }

 private:
  void Work() {
    FloorBatch batch(address_, tenant_);
    while (true) {
      const std::vector<std::string> debtors = Take(batch);
      if (debtors.empty()) return;
      batch.Post(debtors);
    }
  }

  std::vector<std::string> Take(FloorBatch& batch) {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> debtors = batch.Find(after_);
    if (!debtors.empty()) after_ = debtors.back();
    debts_ += debtors.size();
    return debtors;
  }

  const std::string address_;
  const std::string tenant_;
  std::mutex mutex_;
  std::string after_ = "00000000-0000-0000-0000-000000000000";
  std::size_t debts_ = 0;
};

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: bench_interest POSTGRES TENANT THREADS\n");
    return 2;
  }
  const auto start = std::chrono::steady_clock::now();
  const std::size_t debts = parley::bench::Floor(argv[1], argv[2]).Run(std::atoi(argv[3]));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%zu %.6f\n", debts, took.count());
}
