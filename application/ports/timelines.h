// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_TIMELINES_H_
#define PARLEY_APPLICATION_PORTS_TIMELINES_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/event.h"
#include "domain/common/id.h"
#include "domain/common/timeline.h"

namespace parley {

// A place in a debtor's timeline; the first of all places is before every entry.
struct TimelinePosition {
  std::int64_t revision = 0;  // The debtor's.
  std::int64_t sequence = 0;  // Within it; 0 for a change of which no event tells.

  friend auto operator<=>(const TimelinePosition&, const TimelinePosition&) = default;
};

// What brought an entry about.
struct TimelineCause {
  std::string actor;
  std::string action;    // The method.
  RequestId request_id;  // Nil for what a rule did.

  friend bool operator==(const TimelineCause&, const TimelineCause&) = default;
};

// The fact of the same change that explains an entry, as TimelineTriggers ranks them.
struct TimelineTrigger {
  EventType type = EventType::kInboundReceived;
  Uuid subject;

  friend bool operator==(const TimelineTrigger&, const TimelineTrigger&) = default;
};

struct TimelineEntry {
  TimelinePosition position;
  absl::Time time;
  std::optional<Event> event;              // None for a change of which no event tells.
  std::optional<TimelineCause> cause;      // None where nobody wrote down who did it.
  std::optional<TimelineTrigger> trigger;  // None where it is about the same.

  friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

// Everything about one debtor in one order, out of what is never taken away: the facts that were
// told and the audit trail. What is committed later stands after what was read, so that who goes on
// after the last entry misses nothing.
class Timelines {
 public:
  virtual ~Timelines() = default;

  // The next entries after a place, at most so many; fewer only when there are no more for now.
  // Nothing for a debtor of whom nothing is known. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<TimelineEntry>> Read(TenantId tenant, DebtorId debtor,
                                                          const TimelineSelection& selection,
                                                          const TimelinePosition& after,
                                                          int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_TIMELINES_H_
