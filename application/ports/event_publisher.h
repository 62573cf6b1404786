// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_EVENT_PUBLISHER_H_
#define PARLEY_APPLICATION_PORTS_EVENT_PUBLISHER_H_

#include <cstdint>

#include "application/ports/event_feed.h"
#include "domain/common/id.h"

namespace parley {

enum class PublishOutcome : std::uint8_t {
  kStored,
  kTooLarge,     // As it is, it will never be taken.
  kRefused,      // There, and says no to this one.
  kNobodyKeeps,  // There, and nobody there keeps such events: a matter of how it is set up.
  kUnavailable,  // Not there, or without an answer: perhaps stored.
};

// Those outside who are told events without asking: a broker, which keeps what it is given.
class EventPublisher {
 public:
  virtual ~EventPublisher() = default;

  // Hands an event over and waits for the answer. The same event may come again and counts once, as
  // far as the broker remembers it.
  virtual PublishOutcome Publish(TenantId tenant, const ToldEvent& told) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_EVENT_PUBLISHER_H_
