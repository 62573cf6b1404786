// SPDX-License-Identifier: Apache-2.0
#include "adapters/http/recent_events.h"

namespace parley {

bool RecentEvents::Knows(const std::string& event, absl::Time now) {
  const std::scoped_lock lock(mutex_);
  Forget(now);
  return known_.contains(event);
}

void RecentEvents::Remember(const std::string& event, absl::Time now) {
  const std::scoped_lock lock(mutex_);
  if (!known_.insert(event).second) return;
  in_order_.emplace_back(now, event);
  Forget(now);
}

void RecentEvents::Forget(absl::Time now) {
  while (!in_order_.empty() &&
         (in_order_.size() > most_ || in_order_.front().first + memory_ < now)) {
    known_.erase(in_order_.front().second);
    in_order_.pop_front();
  }
}

}  // namespace parley
