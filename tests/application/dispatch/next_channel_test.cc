// SPDX-License-Identifier: Apache-2.0
// What becomes of a message whose channel fails for good: another one by another channel, or work.
#include <gmock/gmock.h>

#include <algorithm>
#include <stop_token>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class OtherChannel : public Messaging {
 protected:
  OtherChannel() {
    Rulebook book = ATestBook();
    Rule wish{.id = "TEST.STOP", .cite = "a test", .force = Force::kPolicy};
    wish.kind = Suppression{};
    book.rules.push_back(wish);
    rulebooks_.Hold(Rulebooks::Make({book}, {}).value());
    AddPoint(PointType::kPhone, 2, "+49305550101");
    sender_.answer = [](const OutboundMessage&) {
      return RefusedForGood{RefusalCause::kAddress, "550"};
    };
  }

  std::vector<Message> Waiting() {
    std::vector<Message> waiting;
    Write([&](UnitOfWork& unit) {
      waiting = ValueOf(unit.messages().QueuedOf(std::array{debtor_.id}));
    });
    return waiting;
  }
  void Report(const Message& message, DeliveryEvent event) {
    EXPECT_THAT(reports_.Take({.provider = "relay",
                               .event_id = "e",
                               .communication = message.id,
                               .reference = "",
                               .news = {event, world_.clock.Now()}}),
                IsOk());
  }
  std::size_t WorkToDo() {
    const std::vector<WorkItem> all = Work(WorkKind::kMessageFailed);
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [](const WorkItem& one) { return one.state == WorkState::kOpen; }));
  }
};

TEST_F(OtherChannel, IsTakenWhereOneFailsForGood) {
  const Message failed = *ValueOf(Send(AReminder())).message;
  EXPECT_TRUE(failed.any_channel);
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Reload(failed).state, MessageState::kFailed);
  ASSERT_THAT(Waiting(), SizeIs(1));
  const Message next = Waiting().front();
  EXPECT_EQ(next.channel, Channel::kSms);
  EXPECT_EQ(next.follows, failed.id);
  EXPECT_EQ(next.order, failed.order);
  EXPECT_EQ(next.asked_by, failed.asked_by);
  EXPECT_EQ(SlotOf(failed).state, CommunicationState::kReleased);
  EXPECT_EQ(SlotOf(next).state, CommunicationState::kReserved);
  EXPECT_EQ(WorkToDo(), 0U);
  // It was asked for, began, and was judged anew for the other channel.
  ASSERT_THAT(Verdicts(), SizeIs(3));
  EXPECT_EQ(Verdicts().back().communication, next.id);
}

TEST_F(OtherChannel, IsNotTakenTwice) {
  EXPECT_THAT(Send(AReminder()), IsOk());
  EXPECT_EQ(Round(), 1);
  ChannelDispatcher texts(dispatching_, world_.blind_index, sender_,
                          {.channel = Channel::kSms, .provider = "texts"});
  EXPECT_EQ(ValueOf(texts.Round(world_.tenant)), 1);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_THAT(sender_.given, SizeIs(2));
  EXPECT_EQ(WorkToDo(), 1U);
}

TEST_F(OtherChannel, IsNotTakenWhereSomebodyNamedOne) {
  SendMessage::Command command = AReminder();
  command.channel = Channel::kEmail;
  EXPECT_THAT(Send(command), IsOk());
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_EQ(WorkToDo(), 1U);
}

TEST_F(OtherChannel, IsNotTakenWhereTheGateRefusesIt) {
  EXPECT_THAT(Send(AReminder()), IsOk());
  sender_.answer = [this](const OutboundMessage&) {
    // While it was on its way, they asked for no text messages.
    OptOut stop;
    stop.id = NumberedId<OptOutId>(1);
    stop.scope.channel = Channel::kSms;
    stop.provenance = {Secret("the debtor"), "agent-1", world_.clock.Now(), world_.clock.Now()};
    Write([&](UnitOfWork& unit) { unit.person_records().Add(debtor_.id, stop); });
    return RefusedForGood{RefusalCause::kAddress, "550"};
  };
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_EQ(WorkToDo(), 1U);
}

TEST_F(OtherChannel, IsNotTakenForWhoWantsNothing) {
  sender_.answer = [](const OutboundMessage&) {
    return RefusedForGood{RefusalCause::kOptedOut, "21610"};
  };
  EXPECT_THAT(Send(AReminder()), IsOk());
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(Waiting(), IsEmpty());
}

TEST_F(OtherChannel, IsTakenWhereTheProviderNeverHadIt) {
  sender_.told.can_be_asked = true;
  sender_.answer = [](const OutboundMessage&) { return NotKnown(); };
  const Message lost = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  world_.clock.Set(world_.clock.Now() + absl::Minutes(1));
  sender_.when_asked = NeverTaken();
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_)), 1);
  EXPECT_EQ(Reload(lost).end, MessageEnd::kNeverCame);
  ASSERT_THAT(Waiting(), SizeIs(1));
  EXPECT_EQ(Waiting().front().follows, lost.id);
  EXPECT_EQ(WorkToDo(), 0U);
}

TEST_F(OtherChannel, IsAskedForWhereOneComesBack) {
  sender_.answer = [](const OutboundMessage&) { return Accepted{"ref"}; };
  const Message sent = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  Report(sent, DeliveryEvent::kBounced);
  EXPECT_EQ(Reload(sent).state, MessageState::kBounced);
  // What came back has used its slot, and the day has no other.
  ASSERT_THAT(Waiting(), SizeIs(1));
  EXPECT_EQ(Waiting().front().follows, sent.id);
  EXPECT_GT(Waiting().front().not_before, world_.clock.Now());
  Report(sent, DeliveryEvent::kBounced);
  EXPECT_THAT(Waiting(), SizeIs(1));
}

TEST_F(OtherChannel, IsNotNeededOnceTheFirstCameAfterAll) {
  const Message failed = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  ASSERT_THAT(Waiting(), SizeIs(1));
  const Message next = Waiting().front();
  Report(failed, DeliveryEvent::kDelivered);
  EXPECT_EQ(Reload(failed).state, MessageState::kDelivered);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_EQ(Reload(next).end, MessageEnd::kPointless);
  EXPECT_EQ(SlotOf(next).state, CommunicationState::kReleased);
}

// What was asked of people is answered by news.
TEST_F(Messaging, LeaveTheListOnceTheirFateIsKnown) {
  sender_.answer = [](const OutboundMessage&) { return NotKnown(); };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  world_.clock.Set(world_.clock.Now() + absl::Hours(25));
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_)), 0);
  ASSERT_THAT(Work(WorkKind::kMessageUnknown), SizeIs(1));
  EXPECT_THAT(reports_.Take({.provider = "relay",
                             .event_id = "e",
                             .communication = message.id,
                             .reference = "",
                             .news = {DeliveryEvent::kDelivered, world_.clock.Now()}}),
              IsOk());
  EXPECT_THAT(Work(WorkKind::kMessageUnknown), IsEmpty());
}

// A stop in the middle leaves the others as they are.
TEST_F(Messaging, OfUnknownFateStaySoWhenTheServerStops) {
  sender_.told.can_be_asked = true;
  sender_.answer = [](const OutboundMessage&) { return NotKnown(); };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  world_.clock.Set(world_.clock.Now() + absl::Minutes(1));
  sender_.when_asked = NeverTaken();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_, stop.get_token())),
            0);
  EXPECT_EQ(Reload(message).state, MessageState::kUnknown);
}

}  // namespace
}  // namespace parley
