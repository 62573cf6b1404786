// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_
#define PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_

#include <string_view>

#include "absl/functional/function_ref.h"
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

// True for what somebody waits for, or a law asks for: whatever befalls it, the gate has the last
// word when it goes.
bool IsWaitedFor(Purpose purpose);

// Whether a message that waits is not to go any more, by what is sent.
using IsUnwanted =
    absl::FunctionRef<absl::StatusOr<bool>(const Message& message, const Contact& contact)>;

// Takes back whatever waits for a debtor and is not to go any more, in the transaction that records
// why: nobody claims it after that. Errors: those of the store, and its own.
absl::Status TakeOffQueue(Work& work, Ids& ids, DebtorId debtor, MessageEnd end,
                          IsUnwanted is_unwanted);

// The same of what is about one debt alone that is not collected any more, but for what somebody
// waits for.
absl::Status TakeOffQueueAbout(Work& work, Ids& ids, DebtorId debtor, DebtId debt);

// The same of what waits on occasions that begin so: what they tell is not so any more.
absl::Status TakeOffQueueOn(Work& work, Ids& ids, DebtorId debtor, std::string_view occasions);

}  // namespace parley

#endif  // PARLEY_APPLICATION_MESSAGES_TAKE_BACK_H_
