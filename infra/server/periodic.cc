// SPDX-License-Identifier: Apache-2.0
#include "infra/server/periodic.h"

#include <utility>

namespace parley::server {

Periodic::Periodic(absl::Duration period, std::function<void()> work)
    : period_(period),
      work_(std::move(work)),
      thread_([this](const std::stop_token& stop) { Run(stop); }) {}

void Periodic::Run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (true) {
    stopped_.wait_for(lock, stop, absl::ToChronoMilliseconds(period_), [] { return false; });
    if (stop.stop_requested()) return;
    work_();
  }
}

}  // namespace parley::server
