// SPDX-License-Identifier: Apache-2.0
#include "application/messages/take_back.h"

#include <array>
#include <utility>
#include <vector>

#include "application/communication/tell_contact.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/purposes.h"

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
  TellMessage(work, ids, message);
  return LoggedMessage{std::move(slot), std::move(message)};
}

bool IsWaitedFor(Purpose purpose) { return kGoesWhenStopped.Has(purpose); }

absl::Status TakeOffQueue(Work& work, Ids& ids, DebtorId debtor, MessageEnd end,
                          IsUnwanted is_unwanted) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Message> queued,
                          work.store.messages().QueuedOf(std::array{debtor}));
  for (const Message& message : queued) {
    PARLEY_ASSIGN_OR_RETURN(const LoggedCommunication slot,
                            work.store.communications().Find(debtor, message.id));
    PARLEY_ASSIGN_OR_RETURN(const bool unwanted, is_unwanted(message, slot.contact));
    if (!unwanted) continue;
    PARLEY_RETURN_IF_ERROR(TakeBack(work, ids, message, end).status());
  }
  return absl::OkStatus();
}

absl::Status TakeOffQueueAbout(Work& work, Ids& ids, DebtorId debtor, DebtId debt) {
  return TakeOffQueue(work, ids, debtor, MessageEnd::kPointless,
                      [debt](const Message& message, const Contact& contact) {
                        return !IsWaitedFor(message.purpose) && contact.debts == std::vector{debt};
                      });
}

absl::Status TakeOffQueueOn(Work& work, Ids& ids, DebtorId debtor, std::string_view occasions) {
  return TakeOffQueue(work, ids, debtor, MessageEnd::kExpired,
                      [occasions](const Message& message, const Contact& /*contact*/) {
                        return message.occasion.starts_with(occasions);
                      });
}

}  // namespace parley
