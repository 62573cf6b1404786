// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_PUBLICATIONS_H_
#define PARLEY_APPLICATION_PORTS_PUBLICATIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/dead_letters.h"
#include "application/ports/event_feed.h"
#include "domain/common/id.h"

namespace parley {

// How far a tenant's events were published.
struct PublishedUpTo {
  EventPosition position;         // All up to here went out, or are dead letters.
  std::vector<DeadLetter> asked;  // Those to be tried again, at most 100.
};

// What a publisher did while it had the turn.
struct PublishedTurn {
  std::int64_t token = 0;  // Of the turn.
  EventPosition position;  // The new one.
  std::vector<DeadLetter> put_aside;
  std::vector<DeadLetter> refused_again;
  std::vector<EventId> published_again;  // Are dead letters no more.
};

// Where publishing stands. Of all publishers of a tenant one has the turn at a time.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class Publications {
 public:
  virtual ~Publications() = default;

  virtual absl::StatusOr<PublishedUpTo> Find(TenantId tenant) = 0;

  // The token of a turn that lasts so long by the store's own clock, for whoever goes on from this
  // position; none while another has the turn, or when the position is another by now.
  virtual absl::StatusOr<std::optional<std::int64_t>> Take(TenantId tenant,
                                                           const EventPosition& position,
                                                           absl::Duration duration) = 0;

  // Keeps what was done, and ends the turn. False, and nothing is kept, when another has taken the
  // turn since.
  virtual absl::StatusOr<bool> Complete(TenantId tenant, const PublishedTurn& turn) = 0;

  // In the order of their ids, after one of them.
  virtual absl::StatusOr<std::vector<DeadLetter>> ListDeadLetters(TenantId tenant, EventId after,
                                                                  int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_PUBLICATIONS_H_
