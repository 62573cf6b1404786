// SPDX-License-Identifier: Apache-2.0
// A person wants to be called: they are told when, the team is asked to, and whoever speaks with
// them keeps the word.
#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "application/cases/ask_callback.h"
#include "tests/application/messages/message_fixture.h"
#include "tests/support/domain/contact_builders.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Callbacks : public Messaging {
 protected:
  template <typename Act>
  absl::StatusOr<CallbackRequest> Run(const Act& act) {
    Kept<CallbackRequest> kept;
    const absl::StatusOr<Answer> answer = act(world_.ACall(), kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<CallbackRequest> Request(const CallbackRequest& wish) {
    return Run([&](const Call& call, auto& kept) {
      return callbacks_.Request(call, debtor_.id, wish, kept);
    });
  }
  absl::StatusOr<CallbackRequest> Schedule(const CallbackRequest& wish, const CallSlot& slot) {
    return Run([&](const Call& call, auto& kept) {
      return callbacks_.Schedule(call, {debtor_.id, wish.id, {}}, slot, kept);
    });
  }
  absl::StatusOr<CallbackRequest> Keep(const CallbackRequest& wish, CommunicationId by) {
    return Run([&](const Call& call, auto& kept) {
      return callbacks_.Keep(call, {debtor_.id, wish.id, {}}, by, kept);
    });
  }
  absl::StatusOr<CallbackRequest> Miss(const CallbackRequest& wish) {
    return Run([&](const Call& call, auto& kept) {
      return callbacks_.Miss(call, {debtor_.id, wish.id, {}}, Secret("all were busy"), kept);
    });
  }
  absl::StatusOr<CallbackRequest> Cancel(const CallbackRequest& wish,
                                         std::optional<std::int64_t> etag = {}) {
    return Run([&](const Call& call, auto& kept) {
      return callbacks_.Cancel(call, {debtor_.id, wish.id, etag}, Secret("no need"), kept);
    });
  }

  CallSlot In(absl::Duration in) const {
    return {world_.clock.Now() + in, world_.clock.Now() + in + absl::Hours(1)};
  }
  CallbackRequest AWish(std::optional<CallSlot> slot = {}) const {
    CallbackRequest wish;
    wish.slot = slot;
    wish.about = Secret("the plan");
    return wish;
  }
  // A call that the gate let through just now, which nobody has told of yet.
  LoggedCommunication ACallIsMade() {
    LoggedCommunication made = ACall();
    made.id = CommunicationId(world_.ids.Next());
    made.debtor = debtor_.id;
    made.contact.debts = {};
    made.contact.point = std::nullopt;
    made.dispatch_time = made.created_time = made.updated_time = world_.clock.Now();
    Write([&](UnitOfWork& unit) { unit.communications().Add(made); });
    return made;
  }
  CommunicationId ToldCall(CallOutcome outcome) {
    RecordCall::Command command{.debtor = debtor_.id, .id = ACallIsMade().id};
    command.report = {.outcome = outcome, .began = world_.clock.Now()};
    Kept<LoggedCommunication> told;
    EXPECT_THAT(world_.app.record_call.Handle(world_.ACall(), command, told), IsOk());
    return told->id;
  }

  std::vector<CallbackRequest> Wishes() {
    return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id)).callbacks;
  }
  std::vector<WorkItem> ToDo() {
    std::vector<WorkItem> items = Work(WorkKind::kCallback);
    std::erase_if(items, [](const WorkItem& item) { return !IsToDo(item.state); });
    return items;
  }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }

  AskCallback callbacks_{mutations_, send_, tools_.contact};
};

TEST_F(Callbacks, AWishWithoutATimeAsksTheTeamAndTellsNoTime) {
  const CallbackRequest wish = ValueOf(Request(AWish()));
  EXPECT_EQ(wish.state, CallbackState::kRequested);
  EXPECT_EQ(wish.actor, "tester");
  EXPECT_THAT(Wishes(), ElementsAre(wish));
  ASSERT_THAT(ToDo(), SizeIs(1));
  EXPECT_THAT(ToDo().front().reason.Reveal(), HasSubstr("the plan"));
  EXPECT_EQ(ToDo().front().due, Day(2026, 11, 23));
  EXPECT_THAT(Queue(), IsEmpty());
  EXPECT_THAT(Told(), Contains(EventType::kCallbackRequested));
}

TEST_F(Callbacks, ADayThatTheyNamedIsWhenTheWorkIsDue) {
  CallbackRequest wish = AWish();
  wish.wished = Day(2026, 11, 26);
  ASSERT_THAT(Request(wish), IsOk());
  EXPECT_EQ(ToDo().front().due, Day(2026, 11, 26));
}

TEST_F(Callbacks, ATimeIsConfirmedInTheHoursOfTheirZone) {
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(26)))));
  EXPECT_EQ(wish.state, CallbackState::kScheduled);
  EXPECT_EQ(ToDo().front().due, Day(2026, 11, 24));
  ASSERT_THAT(Queue(), SizeIs(1));
  EXPECT_EQ(Queue().front().order.template_key, "callback_confirmed");
  ASSERT_EQ(Round(), 1);
  const std::string& text = std::get<EmailWords>(sender_.given.front().words).text.Reveal();
  EXPECT_THAT(text, HasSubstr("24"));
  EXPECT_THAT(text, HasSubstr("1:00"));  // One o'clock in Berlin, which is noon UTC.
  EXPECT_THAT(text, HasSubstr("2:00"));
  EXPECT_THAT(text, Not(HasSubstr("12:00")));
}

TEST_F(Callbacks, ATimeAtWhichTheGateWouldPutTheCallOffIsRefused) {
  // Between one and two in the night of Berlin.
  const CallSlot night = In(absl::Hours(14));
  EXPECT_THAT(ViolationsOf(Request(AWish(night)).status()),
              ElementsAre(Violation{"callback.slot.from_time", Fault::kOutsideContactHours}));
  EXPECT_THAT(Wishes(), IsEmpty());
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(26)))));
  EXPECT_THAT(ViolationsOf(Schedule(wish, night).status()),
              ElementsAre(Violation{"slot.from_time", Fault::kOutsideContactHours}));
  EXPECT_THAT(Wishes(), ElementsAre(wish));
}

TEST_F(Callbacks, AnotherTimeTakesThePlaceOfTheFirst) {
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(26)))));
  const CallSlot later = In(absl::Hours(50));
  ASSERT_THAT(Queue(), SizeIs(1));
  const CommunicationId first = Queue().front().id;
  const CallbackRequest moved = ValueOf(Schedule(wish, later));
  EXPECT_EQ(moved.slot, later);
  // The first time is told no more.
  ASSERT_THAT(Queue(), SizeIs(1));
  EXPECT_NE(Queue().front().id, first);
  ASSERT_THAT(ToDo(), SizeIs(1));
  EXPECT_EQ(ToDo().front().due, Day(2026, 11, 25));
  EXPECT_THAT(Told(), Contains(EventType::kCallbackScheduled));
}

TEST_F(Callbacks, OnePersonWaitsForOneCallAtATime) {
  const CallbackRequest wish = ValueOf(Request(AWish()));
  EXPECT_THAT(Request(AWish()), IsRefused(Reason::kCallbackAlreadyAwaited));
  ASSERT_THAT(Cancel(wish), IsOk());
  const CallbackRequest second = ValueOf(Request(AWish(In(absl::Hours(2)))));
  world_.clock.Advance(absl::Hours(4));  // It passes unkept.
  const CallbackRequest third = ValueOf(Request(AWish()));
  EXPECT_THAT(Schedule(second, In(absl::Hours(2))), IsRefused(Reason::kCallbackAlreadyAwaited));
  EXPECT_THAT(Schedule(third, In(absl::Hours(2))), IsOk());
  EXPECT_THAT(ToDo(), SizeIs(1));
}

TEST_F(Callbacks, IsKeptByTheCallInWhichWeSpokeWithThem) {
  const CallbackRequest wish = ValueOf(Request(AWish()));
  ToldCall(CallOutcome::kNoAnswer);
  EXPECT_EQ(Wishes().front(), wish);
  world_.clock.Advance(absl::Minutes(10));
  const CommunicationId spoken = ToldCall(CallOutcome::kConversation);
  EXPECT_EQ(Wishes().front().state, CallbackState::kKept);
  EXPECT_EQ(Wishes().front().kept_in, spoken);
  EXPECT_THAT(ToDo(), IsEmpty());
  EXPECT_THAT(Told(), Contains(EventType::kCallbackKept));
}

TEST_F(Callbacks, IsOwedAgainWhenTheCallReachedSomebodyElse) {
  const CallbackRequest wish = ValueOf(Request(AWish()));
  world_.clock.Advance(absl::Minutes(10));
  const CommunicationId spoken = ToldCall(CallOutcome::kConversation);
  ASSERT_EQ(Wishes().front().state, CallbackState::kKept);
  RecordCall::Command command{.debtor = debtor_.id, .id = spoken};
  command.report = {.outcome = CallOutcome::kWrongNumber, .began = world_.clock.Now()};
  Kept<LoggedCommunication> told;
  ASSERT_THAT(world_.app.record_call.Handle(world_.ACall(), command, told), IsOk());
  EXPECT_EQ(Wishes().front().id, wish.id);
  EXPECT_EQ(Wishes().front().state, CallbackState::kMissed);
  EXPECT_THAT(ToDo(), SizeIs(1));
}

TEST_F(Callbacks, MayBeAskedForInACallOfOurs) {
  const CommunicationId call = ToldCall(CallOutcome::kConversation);
  CallbackRequest wish = AWish(In(absl::Hours(26)));
  wish.told_in = call;
  EXPECT_THAT(Request(wish), IsOk());
  EXPECT_THAT(Queue(), SizeIs(1));
  wish.told_in = NumberedId<CommunicationId>(404);
  EXPECT_THAT(Cancel(Wishes().front()), IsOk());
  EXPECT_THAT(Request(wish), IsRefused(Reason::kCommunicationNotFound));
}

TEST_F(Callbacks, IsKeptByNoCallBeforeItAndByNoneThatReachedNobody) {
  const CommunicationId before = ToldCall(CallOutcome::kConversation);
  world_.clock.Advance(absl::Minutes(10));
  const CallbackRequest wish = ValueOf(Request(AWish()));
  const CommunicationId unanswered = ToldCall(CallOutcome::kNoAnswer);
  for (const CommunicationId by : {before, unanswered}) {
    EXPECT_THAT(Keep(wish, by), IsRefused(Reason::kCallbackStepRefused));
  }
  EXPECT_THAT(Keep(wish, NumberedId<CommunicationId>(404)),
              IsRefused(Reason::kCommunicationNotFound));
  EXPECT_EQ(Wishes().front(), wish);
}

TEST_F(Callbacks, IsKeptByNoCallLongBeforeItsTime) {
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(26)))));
  world_.clock.Advance(absl::Minutes(10));
  const CommunicationId early = ToldCall(CallOutcome::kConversation);
  EXPECT_THAT(Wishes(), ElementsAre(wish));
  EXPECT_THAT(ToDo(), SizeIs(1));
  // Who says that it was that call knows.
  EXPECT_THAT(Keep(wish, early), IsOk());
}

TEST_F(Callbacks, WhatALaterWishOvertookTakesNothingOffTheList) {
  const CallbackRequest first = ValueOf(Request(AWish(In(absl::Hours(1)))));
  world_.clock.Advance(absl::Hours(4));
  const CallbackRequest second = ValueOf(Request(AWish(In(absl::Hours(24)))));
  ASSERT_THAT(ToDo(), SizeIs(1));
  const WorkItemId asked = ToDo().front().id;
  EXPECT_THAT(Miss(first), IsOk());
  EXPECT_THAT(Cancel(first), IsOk());
  ASSERT_THAT(ToDo(), SizeIs(1));
  EXPECT_EQ(ToDo().front().id, asked);
  world_.clock.Advance(absl::Hours(24));
  ToldCall(CallOutcome::kConversation);
  EXPECT_EQ(Wishes().back().id, second.id);
  EXPECT_EQ(Wishes().back().state, CallbackState::kKept);
  EXPECT_EQ(Wishes().front().state, CallbackState::kCancelled);
}

TEST_F(Callbacks, WhatWasMissedIsOwedAndMadeGoodByALaterCall) {
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(1)))));
  world_.clock.Advance(absl::Hours(24));
  const CallbackRequest missed = ValueOf(Miss(wish));
  EXPECT_EQ(missed.end_reason, Secret("all were busy"));
  ASSERT_THAT(ToDo(), SizeIs(1));
  EXPECT_EQ(ToDo().front().due, Day(2026, 11, 24));
  EXPECT_THAT(Told(), Contains(EventType::kCallbackMissed));
  ToldCall(CallOutcome::kConversation);
  EXPECT_EQ(Wishes().front().state, CallbackState::kKept);
  EXPECT_THAT(ToDo(), IsEmpty());
}

TEST_F(Callbacks, WhatTheyWantNoMoreIsNotConfirmed) {
  const CallbackRequest wish = ValueOf(Request(AWish(In(absl::Hours(26)))));
  ASSERT_THAT(Queue(), SizeIs(1));
  ASSERT_THAT(Cancel(wish), IsOk());
  EXPECT_THAT(Queue(), IsEmpty());
}

TEST_F(Callbacks, TheyMayWantItNoMore) {
  const CallbackRequest wish = ValueOf(Request(AWish()));
  EXPECT_THAT(Cancel(wish, wish.revision - 1), IsRefused(Reason::kEtagStale));
  EXPECT_EQ(ValueOf(Cancel(wish, wish.revision)).state, CallbackState::kCancelled);
  EXPECT_THAT(ToDo(), IsEmpty());
  EXPECT_THAT(Cancel(wish), IsRefused(Reason::kCallbackStepRefused));
}

TEST_F(Callbacks, NameWhatIsKnownAlone) {
  CallbackRequest wish = AWish();
  wish.debt = NumberedId<DebtId>(404);
  EXPECT_THAT(Request(wish), IsRefused(Reason::kDebtNotFound));
  wish = AWish();
  wish.point = NumberedId<ContactPointId>(404);
  EXPECT_THAT(Request(wish), IsRefused(Reason::kContactPointNotFound));
  EXPECT_THAT(Request(AWish(In(-absl::Hours(3)))), IsRefused(Reason::kFieldInvalid));
  CallbackRequest unknown = AWish();
  unknown.id = NumberedId<CallbackId>(404);
  EXPECT_THAT(Cancel(unknown), IsRefused(Reason::kCallbackNotFound));
  EXPECT_THAT(Wishes(), IsEmpty());
  EXPECT_THAT(ToDo(), IsEmpty());
}

TEST_F(Callbacks, TheSameRequestTwiceTellsThemOnce) {
  const Call call = world_.ACall();
  const CallbackRequest wish = AWish(In(absl::Hours(26)));
  Kept<CallbackRequest> kept;
  ASSERT_THAT(callbacks_.Request(call, debtor_.id, wish, kept), IsOk());
  ASSERT_THAT(callbacks_.Request(call, debtor_.id, wish, kept), IsOk());
  EXPECT_THAT(Wishes(), SizeIs(1));
  EXPECT_THAT(Queue(), SizeIs(1));
}

TEST_F(Callbacks, ARehearsalTellsNobody) {
  Call call = world_.ACall();
  call.validate_only = true;
  Kept<CallbackRequest> kept;
  ASSERT_THAT(callbacks_.Request(call, debtor_.id, AWish(In(absl::Hours(26))), kept), IsOk());
  EXPECT_THAT(Wishes(), IsEmpty());
  EXPECT_THAT(Queue(), IsEmpty());
}

}  // namespace
}  // namespace parley
