// SPDX-License-Identifier: Apache-2.0
#include "application/messages/take_back.h"

#include <utility>

#include "application/communication/tell_contact.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

CommunicationState SlotAtEnd(const Message& message) {
  return message.was_released ? CommunicationState::kUsed : CommunicationState::kReleased;
}

absl::StatusOr<LoggedMessage> TakeBack(Work& work, Ids& ids, Message message, MessageEnd end) {
  const std::optional<MessageState> state =
      After(message.state, MessageEvent::kCancelled, message.was_handed_over);
  if (!state.has_value()) return Refuse(Reason::kMessageNotQueued);
  PARLEY_ASSIGN_OR_RETURN(LoggedCommunication slot,
                          work.store.communications().Find(message.debtor, message.id));
  message.state = *state;
  message.end = end;
  message.lease.reset();
  message.revision = work.NextRevision(message.debtor);
  message.updated_time = work.now;
  slot.state = SlotAtEnd(message);
  slot.revision = message.revision;
  slot.updated_time = work.now;
  work.store.messages().Replace(message);
  work.store.communications().Replace(slot);
  TellOutcome(work, ids, slot);
  return LoggedMessage{std::move(slot), std::move(message)};
}

}  // namespace parley
