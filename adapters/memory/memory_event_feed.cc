// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_event_feed.h"

#include <cstddef>

namespace parley {

absl::StatusOr<std::vector<ToldEvent>> MemoryEventFeed::Read(TenantId tenant,
                                                             const EventPosition& after, int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<ToldEvent> page;
    auto at = static_cast<std::size_t>(after.transaction);
    for (; at < tables.events.size() && page.size() < static_cast<std::size_t>(most); ++at) {
      const MemoryEvent& kept = tables.events.at(at);
      EventPosition position;
      position.transaction = static_cast<std::int64_t>(at) + 1;
      page.push_back({kept.event, kept.revision, position});
    }
    return page;
  });
}

}  // namespace parley
