// SPDX-License-Identifier: Apache-2.0
#include "application/messages/change_message.h"

#include <array>
#include <utility>

#include "application/etag.h"
#include "application/messages/ask_people.h"
#include "application/messages/take_back.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::StatusOr<Message> FindMessage(Work& work, const MessageChange& change) {
  const std::array keys = {MessageKey{change.debtor, change.id}};
  PARLEY_ASSIGN_OR_RETURN(std::vector<Message> found, work.store.messages().FindAll(keys));
  if (found.empty()) return Refuse(Reason::kCommunicationNotFound);
  PARLEY_RETURN_IF_ERROR(CheckEtag(change.etag, found.front().revision));
  return std::move(found.front());
}

absl::StatusOr<LoggedMessage> Release(Work& work, const MessageChange& change) {
  PARLEY_ASSIGN_OR_RETURN(Message message, FindMessage(work, change));
  const std::optional<MessageState> state =
      After(message.state, MessageEvent::kReleased, message.was_handed_over);
  if (!state.has_value() || message.was_released) return Refuse(Reason::kMessageNotUnknown);
  PARLEY_ASSIGN_OR_RETURN(LoggedCommunication slot,
                          work.store.communications().Find(message.debtor, message.id));
  message.state = *state;
  message.was_released = true;
  message.not_before = work.now;
  message.lease.reset();
  message.revision = work.NextRevision(message.debtor);
  message.updated_time = work.now;
  work.store.messages().Replace(message);
  PARLEY_RETURN_IF_ERROR(AskNoMore(work, message.debtor, message.id));
  return LoggedMessage{std::move(slot), std::move(message)};
}

}  // namespace

absl::StatusOr<Answer> CancelMessage::Handle(const Call& call, const MessageChange& change,
                                             Encode<LoggedMessage> encode) const {
  const auto cancel = [&](Work& work) -> absl::StatusOr<LoggedMessage> {
    PARLEY_ASSIGN_OR_RETURN(Message message, FindMessage(work, change));
    return TakeBack(work, ids_, std::move(message), MessageEnd::kTakenBack);
  };
  return mutations_.Run<LoggedMessage>(call, change.debtor, cancel, encode);
}

absl::StatusOr<Answer> ReleaseMessage::Handle(const Call& call, const MessageChange& change,
                                              Encode<LoggedMessage> encode) const {
  const auto release = [&](Work& work) { return Release(work, change); };
  return mutations_.Run<LoggedMessage>(call, change.debtor, release, encode);
}

}  // namespace parley
