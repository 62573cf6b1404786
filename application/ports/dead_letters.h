// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DEAD_LETTERS_H_
#define PARLEY_APPLICATION_PORTS_DEAD_LETTERS_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/ports/event_feed.h"
#include "domain/common/id.h"

namespace parley {

// Why whoever is published to did not take an event. The numbers are those of the API.
enum class DeadLetterCause : std::uint8_t { kTooLarge = 1, kRefused = 2 };

// An event that could not be published, put aside so that those after it could. It stays until it
// is published after all, or dropped.
struct DeadLetter {
  ToldEvent told;
  DeadLetterCause cause = DeadLetterCause::kRefused;
  int tries = 0;              // So far, in all.
  absl::Time put_aside_time;  // The last time.
  bool retry_asked = false;   // Somebody wants it published after all.

  friend bool operator==(const DeadLetter&, const DeadLetter&) = default;
};

// What a tenant's operators decide about dead letters, under the lock of its desk.
class DeadLetters {
 public:
  virtual ~DeadLetters() = default;

  // Errors: DEAD_LETTER_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<DeadLetter> Find(EventId id) = 0;

  // Asks the publisher to try again. The commit reports WRITE_CONFLICT for one that is gone.
  virtual void Retry(EventId id) = 0;
  // Takes it away; the event stays in the feed. The commit reports WRITE_CONFLICT for one that is
  // gone.
  virtual void Drop(EventId id) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DEAD_LETTERS_H_
