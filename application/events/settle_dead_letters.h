// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_EVENTS_SETTLE_DEAD_LETTERS_H_
#define PARLEY_APPLICATION_EVENTS_SETTLE_DEAD_LETTERS_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/dead_letters.h"

namespace parley {

// What operators do about events that could not be published. Errors of all:
// DEAD_LETTER_NOT_FOUND.
class SettleDeadLetters {
 public:
  explicit SettleDeadLetters(const Mutations& mutations) : mutations_(mutations) {}

  // Has it tried once more, in the publisher's next round.
  absl::StatusOr<Answer> Retry(const Call& call, EventId id, Encode<DeadLetter> encode) const;
  // Gives it up: it is not published, and stays in the feed.
  absl::StatusOr<Answer> Drop(const Call& call, EventId id, Encode<DeadLetter> encode) const;

 private:
  const Mutations& mutations_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_EVENTS_SETTLE_DEAD_LETTERS_H_
