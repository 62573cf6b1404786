// SPDX-License-Identifier: Apache-2.0
#include "application/communication/tell_contact.h"

#include <optional>
#include <string>
#include <string_view>

#include "domain/communication/enum_set.h"

namespace parley {
namespace {

constexpr EnumSet<Outcome> kReachedNobody = {Outcome::kBusy, Outcome::kNotInService,
                                             Outcome::kNoConnect, Outcome::kBounced};

EventType EventOf(GateDecision decision) {
  switch (decision) {
    case GateDecision::kAllow:
    case GateDecision::kAllowWith:
      return EventType::kContactAllowed;
    case GateDecision::kDefer:
      return EventType::kContactDeferred;
    case GateDecision::kRefuse:
      break;
  }
  return EventType::kContactRefused;
}

// None for what is known to nobody yet, and for what tells of no contact.
std::optional<EventType> EventOf(MessageState state) {
  switch (state) {
    case MessageState::kSent:
      return EventType::kContactSent;
    case MessageState::kDelivered:
      return EventType::kContactDelivered;
    case MessageState::kRead:
      return EventType::kContactRead;
    case MessageState::kBounced:
      return EventType::kContactBounced;
    case MessageState::kFailed:
    case MessageState::kCancelled:
      return EventType::kContactFailed;
    case MessageState::kQueued:
    case MessageState::kDispatching:
    case MessageState::kUnknown:
    case MessageState::kComplained:
      break;
  }
  return std::nullopt;
}

void Tell(Work& work, Ids& ids, Event event, std::string_view state) {
  event.id = EventId(ids.Next());
  event.state = std::string(state);
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

}  // namespace

void TellVerdict(Work& work, Ids& ids, const StoredVerdict& verdict) {
  Event event;
  event.type = EventOf(verdict.answer.decision);
  event.debtor = verdict.debtor;
  // What waits has a communication as well; what was said about it this time is in the verdict.
  const bool allowed = verdict.answer.allows() && verdict.communication.has_value();
  event.subject = allowed ? verdict.communication->uuid() : verdict.id.uuid();
  Tell(work, ids, event, NameOf(verdict.answer.decision));
}

void TellOutcome(Work& work, Ids& ids, const LoggedCommunication& communication) {
  const bool made = communication.state != CommunicationState::kReleased;
  const bool reached = made && !kReachedNobody.Has(communication.outcome);
  Event event;
  event.type = reached ? EventType::kContactSent : EventType::kContactFailed;
  event.debtor = communication.debtor;
  event.subject = communication.id.uuid();
  Tell(work, ids, event, made ? WordFor(communication.outcome) : WordFor(communication.state));
}

void TellMessage(Work& work, Ids& ids, const Message& message) {
  const std::optional<EventType> type = EventOf(message.state);
  if (!type.has_value()) return;
  Event event;
  event.type = *type;
  event.debtor = message.debtor;
  event.subject = message.id.uuid();
  Tell(work, ids, event, WordFor(message.state));
}

}  // namespace parley
