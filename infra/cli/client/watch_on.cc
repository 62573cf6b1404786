// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/client/watch_on.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace parley::cli {
namespace {

constexpr std::chrono::seconds kPause(1);  // Before a stream that ended is opened again.

}  // namespace

absl::Status WatchOn(const std::stop_token& stop, absl::FunctionRef<absl::Status()> watch) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  while (true) {
    const absl::Status ended = watch();
    if (stop.stop_requested()) return absl::OkStatus();
    const bool may_pass = absl::IsUnavailable(ended) || absl::IsDeadlineExceeded(ended);
    if (!ended.ok() && !may_pass) return ended;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, kPause, [] { return false; });
  }
}

}  // namespace parley::cli
