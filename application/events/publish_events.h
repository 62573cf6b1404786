// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_EVENTS_PUBLISH_EVENTS_H_
#define PARLEY_APPLICATION_EVENTS_PUBLISH_EVENTS_H_

#include <map>
#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/clock.h"
#include "application/ports/event_feed.h"
#include "application/ports/event_publisher.h"
#include "application/ports/publications.h"

namespace parley {

// What came of a round.
struct PublishedRound {
  int published = 0;
  int put_aside = 0;
  std::optional<PublishOutcome> stopped_by;  // What is left is to wait for a while.
};

// Publishes a tenant's events in their order, each until it was taken, and remembers how far it
// came. An event that is refused again and again is put aside, and those after it go on. For one
// thread.
class PublishEvents {
 public:
  struct Parts {
    EventFeed& feed;
    Publications& publications;
    EventPublisher& publisher;
    const Clock& clock;
  };
  struct Rules {
    int page = 200;                           // Events of a round.
    int tries = 5;                            // Of an event that is refused.
    absl::Duration turn = absl::Seconds(30);  // Longer than a round takes.
  };

  explicit PublishEvents(const Parts& parts) : PublishEvents(parts, Rules()) {}
  PublishEvents(const Parts& parts, const Rules& rules) : parts_(parts), rules_(rules) {}

  // Nothing published where there is nothing to publish, or another has the turn. Asks before each
  // event whether to go on. Errors: those of the store.
  absl::StatusOr<PublishedRound> Round(TenantId tenant, absl::FunctionRef<bool()> goes_on);

 private:
  struct Refusal {
    EventId event;
    int tries = 0;
  };

  void TryAgain(TenantId tenant, const DeadLetter& letter, PublishedTurn& turn,
                PublishedRound& round);
  void PublishNext(TenantId tenant, const ToldEvent& told, PublishedTurn& turn,
                   PublishedRound& round);
  // How often this one was refused by now.
  int CountRefusal(TenantId tenant, EventId event);

  const Parts parts_;
  const Rules rules_;
  std::map<TenantId, Refusal> refusals_;  // Of the event that is next.
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_EVENTS_PUBLISH_EVENTS_H_
