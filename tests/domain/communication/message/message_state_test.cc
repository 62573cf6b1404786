// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/message_state.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace parley {
namespace {

using State = MessageState;
using Event = MessageEvent;

std::vector<State> AllStates() {
  std::vector<State> states;
  for (std::size_t at = 1; at < WordsOf<State>().size(); ++at) states.push_back(State(at));
  return states;
}

std::vector<Event> AllEvents() {
  std::vector<Event> events;
  for (std::size_t at = 1; at < WordsOf<Event>().size(); ++at) events.push_back(Event(at));
  return events;
}

const std::vector<Event> kReports = {Event::kTaken, Event::kDelivered, Event::kBounced,
                                     Event::kRead, Event::kComplained};

// A message as a dispatcher sees it: every hand-over is counted.
struct Played {
  State state = State::kQueued;
  bool handed_over = false;
  int hand_overs = 0;

  void Apply(Event event) {
    const std::optional<State> next = After(state, event, handed_over);
    if (!next.has_value()) return;
    if (event == Event::kBegun) {
      handed_over = true;
      ++hand_overs;
    }
    state = *next;
  }
};

TEST(MessageStates, GoTheirUsualWay) {
  Played message;
  for (const Event event : {Event::kBegun, Event::kTaken, Event::kDelivered, Event::kRead}) {
    message.Apply(event);
  }
  EXPECT_EQ(message.state, State::kRead);
  EXPECT_EQ(message.hand_overs, 1);
}

TEST(MessageStates, WaitAgainOnlyWhenTheProviderSaysThatItDoesNotHaveIt) {
  EXPECT_EQ(After(State::kDispatching, Event::kRefusedForNow, true), State::kQueued);
  EXPECT_EQ(After(State::kDispatching, Event::kLost, true), State::kUnknown);
  EXPECT_EQ(After(State::kUnknown, Event::kBegun, true), std::nullopt);
  EXPECT_EQ(After(State::kUnknown, Event::kReleased, true), State::kQueued);
}

TEST(MessageStates, AreNotTakenBackOnceTheyMayHaveLeft) {
  for (const State state : AllStates()) {
    EXPECT_EQ(After(state, Event::kCancelled, true).has_value(), state == State::kQueued);
  }
}

TEST(MessageStates, BelieveNoReportOfWhatWasNeverHandedOver) {
  for (const State state : {State::kQueued, State::kCancelled}) {
    for (const Event report : kReports) EXPECT_EQ(After(state, report, false), std::nullopt);
  }
}

TEST(MessageStates, BelieveAReportOfWhatAProviderHadRefused) {
  EXPECT_EQ(After(State::kFailed, Event::kDelivered, true), State::kDelivered);
  // What arrived although it was to be tried again is not sent again.
  EXPECT_EQ(After(State::kQueued, Event::kDelivered, true), State::kDelivered);
  EXPECT_EQ(After(State::kDelivered, Event::kBegun, true), std::nullopt);
}

TEST(MessageStates, CountWhatMayHaveReachedSomebody) {
  EXPECT_EQ(SlotOf(State::kQueued), CommunicationState::kReserved);
  for (const State state : {State::kFailed, State::kCancelled}) {
    EXPECT_EQ(SlotOf(state), CommunicationState::kReleased);
  }
  for (const State state : {State::kDispatching, State::kUnknown, State::kSent, State::kBounced}) {
    EXPECT_EQ(SlotOf(state), CommunicationState::kUsed);
  }
  EXPECT_EQ(OutcomeOf(State::kUnknown), Outcome::kUnknown);
  EXPECT_EQ(OutcomeOf(State::kBounced), Outcome::kBounced);
  EXPECT_EQ(OutcomeOf(State::kRead), Outcome::kDelivered);
}

RC_GTEST_PROP(MessageStates, AreTheSameInWhateverOrderReportsComeIn, ()) {
  auto reports = *rc::gen::container<std::vector<Event>>(rc::gen::elementOf(kReports));
  const State start = *rc::gen::element(State::kDispatching, State::kUnknown, State::kSent,
                                        State::kFailed, State::kQueued);
  const auto play = [&](const std::vector<Event>& events) {
    Played message{start, true};
    for (const Event event : events) message.Apply(event);
    return message.state;
  };
  const State first = play(reports);
  std::vector<Event> shuffled = reports;
  shuffled.insert(shuffled.end(), reports.begin(), reports.end());
  const auto keys =
      *rc::gen::container<std::vector<int>>(shuffled.size(), rc::gen::arbitrary<int>());
  std::vector<std::size_t> order(shuffled.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  std::vector<Event> played;
  for (const std::size_t at : order) played.push_back(shuffled[at]);
  RC_ASSERT(play(played) == first);
}

RC_GTEST_PROP(MessageStates, LetNobodyHandOverTwiceWithoutAWordInBetween, ()) {
  const auto events = *rc::gen::container<std::vector<Event>>(rc::gen::elementOf(AllEvents()));
  Played message;
  int answers = 0;  // That the provider does not have it, or a person's word.
  for (const Event event : events) {
    const State before = message.state;
    message.Apply(event);
    const bool waits_again = message.state == State::kQueued && before != State::kQueued;
    if (waits_again) {
      RC_ASSERT(event == Event::kRefusedForNow || event == Event::kReleased);
      ++answers;
    }
  }
  RC_ASSERT(message.hand_overs <= 1 + answers);
}

RC_GTEST_PROP(MessageStates, ChangeNoMoreWhenTheyAreOverButByReports, ()) {
  const State state = *rc::gen::elementOf(AllStates());
  const Event event = *rc::gen::elementOf(AllEvents());
  if (!IsOver(state)) return;
  const bool is_report = std::find(kReports.begin(), kReports.end(), event) != kReports.end();
  RC_ASSERT(is_report || !After(state, event, true).has_value());
}

}  // namespace
}  // namespace parley
