// SPDX-License-Identifier: Apache-2.0
#include "application/communication/tell_contact.h"

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

}  // namespace parley
