// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_
#define PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/message/message.h"

namespace parley {

// A message with the row of the log whose slot it has.
struct LoggedMessage {
  LoggedCommunication communication;
  Message message;
};

// What an end without a hand-over leaves of the slot: one that a person let go once more may have
// reached somebody the first time.
CommunicationState SlotAtEnd(const Message& message);

// Takes back a message that waits, gives back its slot, and tells. Errors: MESSAGE_NOT_QUEUED for
// one that does not wait any more; those of the store.
absl::StatusOr<LoggedMessage> TakeBack(Work& work, Ids& ids, Message message, MessageEnd end);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_
