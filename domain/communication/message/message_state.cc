// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/message_state.h"

#include <array>

namespace parley {
namespace {

using State = MessageState;
using Event = MessageEvent;

// In the order of the enums, which begin at one.
constexpr auto kStates =
    std::to_array<std::string_view>({"", "QUEUED", "DISPATCHING", "UNKNOWN", "SENT", "DELIVERED",
                                     "BOUNCED", "READ", "COMPLAINED", "FAILED", "CANCELLED"});
constexpr auto kEvents = std::to_array<std::string_view>(
    {"", "BEGUN", "TAKEN", "REFUSED_FOR_NOW", "REFUSED", "LOST", "NEVER_CAME", "RELEASED",
     "CANCELLED", "DELIVERED", "BOUNCED", "READ", "COMPLAINED"});

// What is known of a message that the provider has: a later word counts only when it is worth more.
int RankOf(State state) {
  switch (state) {
    case State::kSent:
      return 1;
    case State::kDelivered:
      return 2;
    case State::kBounced:
      return 3;
    case State::kRead:
      return 4;
    case State::kComplained:
      return 5;
    case State::kQueued:
    case State::kDispatching:
    case State::kUnknown:
    case State::kFailed:
    case State::kCancelled:
      return 0;
  }
  return 0;
}

std::optional<State> ReportedBy(Event event) {
  switch (event) {
    case Event::kTaken:
      return State::kSent;
    case Event::kDelivered:
      return State::kDelivered;
    case Event::kBounced:
      return State::kBounced;
    case Event::kRead:
      return State::kRead;
    case Event::kComplained:
      return State::kComplained;
    default:
      return std::nullopt;
  }
}

struct Step {
  State from;
  Event event;
  State to;
};

constexpr auto kSteps = std::to_array<Step>({
    {State::kQueued, Event::kBegun, State::kDispatching},
    {State::kQueued, Event::kCancelled, State::kCancelled},
    {State::kDispatching, Event::kRefusedForNow, State::kQueued},
    {State::kDispatching, Event::kRefused, State::kFailed},
    {State::kDispatching, Event::kLost, State::kUnknown},
    {State::kUnknown, Event::kNeverCame, State::kFailed},
    {State::kUnknown, Event::kRefused, State::kFailed},
    {State::kUnknown, Event::kReleased, State::kQueued},
});

}  // namespace

template <>
std::span<const std::string_view> WordsOf<MessageState>() {
  return kStates;
}

template <>
std::span<const std::string_view> WordsOf<MessageEvent>() {
  return kEvents;
}

std::optional<MessageState> After(MessageState state, MessageEvent event, bool was_handed_over) {
  if (const std::optional<State> reported = ReportedBy(event); reported.has_value()) {
    const bool tells = was_handed_over && RankOf(*reported) > RankOf(state);
    return tells ? reported : std::nullopt;
  }
  for (const Step& step : kSteps) {
    if (step.from == state && step.event == event) return step.to;
  }
  return std::nullopt;
}

bool IsOver(MessageState state) {
  return RankOf(state) > 0 || state == State::kFailed || state == State::kCancelled;
}

CommunicationState SlotOf(MessageState state) {
  switch (state) {
    case State::kQueued:
      return CommunicationState::kReserved;
    case State::kFailed:
    case State::kCancelled:
      return CommunicationState::kReleased;
    default:
      return CommunicationState::kUsed;
  }
}

Outcome OutcomeOf(MessageState state) {
  switch (state) {
    case State::kDelivered:
    case State::kRead:
    case State::kComplained:
      return Outcome::kDelivered;
    case State::kBounced:
      return Outcome::kBounced;
    default:
      return Outcome::kUnknown;
  }
}

}  // namespace parley
