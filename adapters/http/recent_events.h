// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_HTTP_RECENT_EVENTS_H_
#define PARLEY_ADAPTERS_HTTP_RECENT_EVENTS_H_

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/time/time.h"

namespace parley {

// The events that were taken lately, so that one that is posted again costs nothing. It need not
// know all of them: to take one twice changes nothing either. It may be used by many threads at
// once.
class RecentEvents {
 public:
  // Remembers each so long, and at most so many.
  RecentEvents(absl::Duration memory, std::size_t most) : memory_(memory), most_(most) {}

  bool Knows(const std::string& event, absl::Time now);
  void Remember(const std::string& event, absl::Time now);

 private:
  void Forget(absl::Time now);

  const absl::Duration memory_;
  const std::size_t most_;
  std::mutex mutex_;
  absl::flat_hash_set<std::string> known_;
  std::deque<std::pair<absl::Time, std::string>> in_order_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_HTTP_RECENT_EVENTS_H_
