// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_work_list.h"

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "adapters/memory/lookups.h"

namespace parley {
namespace {

bool Fits(const WorkFilter& filter, const WorkItem& item) {
  const bool in_state = filter.state.has_value() ? item.state == *filter.state : IsToDo(item.state);
  return in_state && IsAskedFor(filter.kind, item.kind) &&
         IsAskedFor(filter.priority, item.priority) && IsAskedFor(filter.debtor, item.debtor) &&
         IsAskedFor(filter.claimed_by, item.claimed_by);
}

}  // namespace

absl::StatusOr<std::vector<WorkItem>> MemoryWorkList::ListWork(TenantId tenant,
                                                               const WorkFilter& filter,
                                                               const WorkPosition& after,
                                                               int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::map<std::pair<WorkPriority, WorkItemId>, const WorkItem*> in_order;
    for (const auto& [key, item] : tables.work_items) {
      if (Fits(filter, item)) in_order.emplace(std::pair(item.priority, item.id), &item);
    }
    std::vector<WorkItem> page;
    auto at = in_order.upper_bound({after.priority, after.item});
    for (; at != in_order.end() && page.size() < static_cast<std::size_t>(most); ++at) {
      page.push_back(*at->second);
    }
    return page;
  });
}

}  // namespace parley
