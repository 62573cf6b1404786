// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/end_message.h"

#include <utility>

#include "application/communication/tell_contact.h"
#include "application/messages/ask_people.h"
#include "application/messages/composer.h"
#include "application/messages/take_back.h"
#include "domain/common/status_macros.h"

namespace parley {

bool IsPointless(const Message& message, const LoggedCommunication& slot,
                 const ContactRecord& record) {
  return AsksForTooMuch(message.purpose, message.order, OwedOver(record, slot.contact.debts));
}

void MessageEnding::Write(Message& message, LoggedCommunication& slot) const {
  message.revision = work_.NextRevision(message.debtor);
  message.updated_time = work_.now;
  slot.revision = message.revision;
  slot.updated_time = work_.now;
  work_.store.messages().Replace(message);
  work_.store.communications().Replace(slot);
}

absl::Status MessageEnding::Cancel(Message message, LoggedCommunication slot,
                                   MessageEnd end) const {
  message.state = MessageState::kCancelled;
  message.end = end;
  message.lease.reset();
  slot.state = SlotAtEnd(message);
  Write(message, slot);
  TellMessage(work_, ids_, message);
  return absl::OkStatus();
}

absl::Status MessageEnding::PutOff(Message message, LoggedCommunication slot,
                                   absl::Time until) const {
  message.state = MessageState::kQueued;
  message.not_before = until;
  message.lease.reset();
  if (SlotAtEnd(message) == CommunicationState::kReleased) {
    slot.state = CommunicationState::kReserved;
    slot.outcome = Outcome::kUnknown;
    slot.dispatch_time = until;
  }
  Write(message, slot);
  return absl::OkStatus();
}

Message MessageEnding::Begin(Message message, MessageWords words, LoggedCommunication slot) const {
  message.state = MessageState::kDispatching;
  message.words = std::move(words);
  message.was_handed_over = true;
  ++message.attempts;
  Write(message, slot);
  return message;
}

absl::Status MessageEnding::Move(Message message, MessageState state,
                                 LoggedCommunication slot) const {
  const bool was_asked_about =
      message.state == MessageState::kUnknown || message.state == MessageState::kFailed;
  if (was_asked_about && state != MessageState::kUnknown) {
    PARLEY_RETURN_IF_ERROR(AskNoMore(work_, message.debtor, message.id));
  }
  message.state = state;
  message.lease.reset();
  slot.state = state == MessageState::kFailed ? SlotAtEnd(message) : SlotOf(state);
  slot.outcome = slot.state == CommunicationState::kUsed ? OutcomeOf(state) : Outcome::kUnknown;
  Write(message, slot);
  TellMessage(work_, ids_, message);
  return absl::OkStatus();
}

}  // namespace parley
