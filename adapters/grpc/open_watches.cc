// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/open_watches.h"

#include "adapters/grpc/watch_call.h"

namespace parley::grpc_api {
namespace {

// How finely the pauses of watches are measured.
constexpr int kTicksAPause = 10;

}  // namespace

OpenWatches::OpenWatches(std::size_t most, Steady::duration pause)
    : most_(most), pause_(pause), clock_([this] { TickAll(); }) {}

OpenWatches::~OpenWatches() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  over_.notify_all();
  clock_.join();
}

bool OpenWatches::Add(WatchCall& watch) {
  const std::lock_guard lock(mutex_);
  watches_.insert(&watch);
  return !leaving_ && watches_.size() <= most_;
}

void OpenWatches::Remove(WatchCall& watch) {
  const std::lock_guard lock(mutex_);
  watches_.erase(&watch);
}

void OpenWatches::EndIdle(Steady::time_point since) {
  // While it is held no watch can go.
  const std::lock_guard lock(mutex_);
  for (WatchCall* const watch : watches_) watch->EndIfIdle(since);
}

void OpenWatches::Leave() {
  const std::lock_guard lock(mutex_);
  leaving_ = true;
  for (WatchCall* const watch : watches_) watch->Leave();
}

void OpenWatches::TickAll() {
  std::unique_lock lock(mutex_);
  while (!over_.wait_for(lock, pause_ / kTicksAPause, [this] { return ended_; })) {
    const Steady::time_point now = Steady::now();
    for (WatchCall* const watch : watches_) watch->Tick(now);
  }
}

}  // namespace parley::grpc_api
