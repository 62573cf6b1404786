// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_work_list.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "adapters/memory/lookups.h"

namespace parley {
namespace {

bool Fits(const WorkFilter& filter, const WorkItem& item) {
  const bool in_state = filter.state.has_value() ? item.state == *filter.state : IsToDo(item.state);
  return in_state && IsAskedFor(filter.kind, item.kind) &&
         IsAskedFor(filter.priority, item.priority) && IsAskedFor(filter.debtor, item.debtor) &&
         IsAskedFor(filter.claimed_by, item.claimed_by) && IsAskedFor(filter.skill, item.skill) &&
         IsAskedFor(filter.language, item.language) &&
         (!filter.due_by.has_value() || (item.due.has_value() && *item.due <= *filter.due_by));
}

// True for the default value, which is everybody's, and where nothing or the value itself is given.
template <typename Value>
bool CanDo(const std::vector<Value>& given, const Value& everybodys, const Value& needed) {
  return needed == everybodys || given.empty() ||
         std::find(given.begin(), given.end(), needed) != given.end();
}

bool IsFor(const WorkOffer& offer, const WorkItem& item) {
  return item.state == WorkState::kOpen &&
         !(item.act.has_value() && item.asked_by == offer.principal) &&
         CanDo(offer.skills, Skill::kGeneral, item.skill) &&
         CanDo(offer.languages, std::string(), item.language);
}

// Less for what presses more.
std::tuple<WorkPriority, bool, Day, WorkItemId> PressureOf(const WorkItem& item) {
  return {item.priority, !item.due.has_value(), item.due.value_or(Day()), item.id};
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

absl::StatusOr<std::optional<WorkItem>> MemoryWorkList::Offer(TenantId tenant,
                                                              const WorkOffer& offer) {
  return database_.Write(tenant, [&](MemoryTables* tables) -> std::optional<WorkItem> {
    if (tables == nullptr) return std::nullopt;
    const WorkItem* next = nullptr;
    for (const auto& [key, item] : tables->work_items) {
      const absl::Time* const until = Find(tables->work_offers, key);
      const bool is_free = until == nullptr || *until <= offer.now;
      if (!is_free || !IsFor(offer, item)) continue;
      if (next == nullptr || PressureOf(item) < PressureOf(*next)) next = &item;
    }
    if (next == nullptr) return std::nullopt;
    tables->work_offers[{next->debtor, next->id}] = offer.until;
    return *next;
  });
}

}  // namespace parley
