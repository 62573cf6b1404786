// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_EVENT_FEED_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_EVENT_FEED_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/event_feed.h"

namespace parley {

// The place of an event is how many were told up to it.
class MemoryEventFeed final : public EventFeed {
 public:
  explicit MemoryEventFeed(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::vector<ToldEvent>> Read(TenantId tenant, const EventPosition& after,
                                              int most) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_EVENT_FEED_H_
