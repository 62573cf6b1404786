// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_EVENT_FEED_H_
#define PARLEY_APPLICATION_PORTS_EVENT_FEED_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/event.h"
#include "domain/common/id.h"

namespace parley {

// A place in a tenant's events; the first of all places is before every event. What its parts mean
// is the store's own affair.
struct EventPosition {
  std::int64_t transaction = 0;
  DebtorId debtor;
  std::int64_t revision = 0;
  std::int64_t sequence = 0;

  friend bool operator==(const EventPosition&, const EventPosition&) = default;
};

// An event as it is told.
struct ToldEvent {
  Event event;
  std::int64_t revision = 0;  // The debtor's, after the transaction that told it.
  EventPosition position;

  friend bool operator==(const ToldEvent&, const ToldEvent&) = default;
};

// What the outbox holds, read by whoever listens: everything once, the events of one debtor in
// their order. An event is not shown before each one is that could still come in front of it, so
// that who goes on after the last one they read misses nothing.
class EventFeed {
 public:
  virtual ~EventFeed() = default;

  // The next events after a place, at most so many; fewer only when there are no more for now.
  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<std::vector<ToldEvent>> Read(TenantId tenant, const EventPosition& after,
                                                      int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_EVENT_FEED_H_
