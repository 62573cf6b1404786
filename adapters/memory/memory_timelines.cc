// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_timelines.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

namespace parley {
namespace {

// What one change of a debtor left.
struct Change {
  std::vector<Event> events;
  const AuditRow* audit = nullptr;
};

using Changes = std::map<std::int64_t, Change>;

Changes ChangesOf(const MemoryTables& tables, DebtorId debtor) {
  Changes changes;
  for (const MemoryEvent& kept : tables.events) {
    if (kept.event.debtor == debtor) changes[kept.revision].events.push_back(kept.event);
  }
  const auto chain = tables.audit.find(debtor);
  if (chain == tables.audit.end()) return changes;
  for (const MemoryAuditRow& kept : chain->second) {
    // Later rows of the same revision are of reads.
    Change& change = changes[kept.row.revision];
    if (change.audit == nullptr) change.audit = &kept.row;
  }
  return changes;
}

std::optional<TimelineTrigger> TriggerOf(const Change& change) {
  for (const EventType type : TimelineTriggers()) {
    for (const Event& event : change.events) {
      if (event.type == type) return TimelineTrigger{event.type, event.subject};
    }
  }
  return std::nullopt;
}

TimelineEntry EntryOf(const Change& change, const TimelinePosition& position, const Event* event) {
  TimelineEntry entry;
  entry.position = position;
  entry.time = event == nullptr ? change.audit->time : event->occurred_time;
  if (event != nullptr) {
    entry.event = *event;
    entry.trigger = TriggerOf(change);
    const bool is_own = entry.trigger.has_value() && entry.trigger->subject == event->subject;
    if (is_own) entry.trigger.reset();
  }
  if (change.audit != nullptr) {
    entry.cause = {change.audit->actor, change.audit->action, change.audit->request_id};
  }
  return entry;
}

std::vector<TimelineEntry> EntriesOf(std::int64_t revision, const Change& change,
                                     const TimelineSelection& selection) {
  std::vector<TimelineEntry> entries;
  if (change.events.empty() && selection.changes) {
    entries.push_back(EntryOf(change, {revision, 0}, nullptr));
  }
  std::int64_t sequence = 0;
  for (const Event& event : change.events) {
    ++sequence;
    if (std::ranges::count(selection.types, event.type) == 0) continue;
    entries.push_back(EntryOf(change, {revision, sequence}, &event));
  }
  return entries;
}

}  // namespace

absl::StatusOr<std::vector<TimelineEntry>> MemoryTimelines::Read(TenantId tenant, DebtorId debtor,
                                                                 const TimelineSelection& selection,
                                                                 const TimelinePosition& after,
                                                                 int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<TimelineEntry> page;
    for (const auto& [revision, change] : ChangesOf(tables, debtor)) {
      for (TimelineEntry& entry : EntriesOf(revision, change, selection)) {
        if (page.size() == static_cast<std::size_t>(most)) return page;
        if (entry.position > after) page.push_back(std::move(entry));
      }
    }
    return page;
  });
}

}  // namespace parley
