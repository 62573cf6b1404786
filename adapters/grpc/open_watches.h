// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_OPEN_WATCHES_H_
#define PARLEY_ADAPTERS_GRPC_OPEN_WATCHES_H_

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <set>
#include <thread>

namespace parley::grpc_api {

class WatchCall;

// The callers that watch, so many at most, and the clock by which they look for news. Safe for
// threads.
class OpenWatches {
 public:
  using Steady = std::chrono::steady_clock;

  // A watch that found nothing looks again after about that pause.
  OpenWatches(std::size_t most, Steady::duration pause);
  OpenWatches(const OpenWatches&) = delete;
  OpenWatches& operator=(const OpenWatches&) = delete;
  ~OpenWatches();

  // A watch is here from its start until gRPC is done with it. False when there are too many; then
  // it is here as well, and ends.
  bool Add(WatchCall& watch);
  void Remove(WatchCall& watch);

  // Ends the watches whose callers have not moved since then.
  void EndIdle(Steady::time_point since);
  // Ends all, and each that still comes.
  void Leave();

  Steady::duration pause() const { return pause_; }

 private:
  void TickAll();

  const std::size_t most_;
  const Steady::duration pause_;
  std::mutex mutex_;
  std::condition_variable over_;
  std::set<WatchCall*> watches_;
  bool leaving_ = false;
  bool ended_ = false;
  std::thread clock_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_OPEN_WATCHES_H_
