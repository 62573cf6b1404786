// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_CHANGE_MESSAGE_H_
#define PARLEY_APPLICATION_MESSAGES_CHANGE_MESSAGE_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/messages/take_back.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/message/message.h"

namespace parley {

struct MessageChange {
  DebtorId debtor;
  CommunicationId id;
  std::optional<std::int64_t> etag;  // As the caller saw it.
};

// Somebody takes back a message that waits.
class CancelMessage {
 public:
  CancelMessage(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: COMMUNICATION_NOT_FOUND, MESSAGE_NOT_QUEUED, ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const MessageChange& change,
                                Encode<LoggedMessage> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

// Somebody lets a message go once more of which nobody knows whether it went.
class ReleaseMessage {
 public:
  explicit ReleaseMessage(const Mutations& mutations) : mutations_(mutations) {}

  // Errors: COMMUNICATION_NOT_FOUND, MESSAGE_NOT_UNKNOWN, also for one that was released before,
  // ETAG_STALE.
  absl::StatusOr<Answer> Handle(const Call& call, const MessageChange& change,
                                Encode<LoggedMessage> encode) const;

 private:
  const Mutations& mutations_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_CHANGE_MESSAGE_H_
