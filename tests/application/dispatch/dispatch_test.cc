// SPDX-License-Identifier: Apache-2.0
// What becomes of a message between the queue and the person.
#include <gmock/gmock.h>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST_F(Messaging, AreHandedOverOnceWithTodaysWords) {
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Round(), 0);
  ASSERT_THAT(sender_.given, SizeIs(1));
  EXPECT_EQ(sender_.given.front().id, message.id);
  EXPECT_EQ(sender_.given.front().address.Reveal(), "ana@example.com");
  const Message sent = Reload(message);
  EXPECT_EQ(sent.state, MessageState::kSent);
  EXPECT_EQ(sent.provider_reference, "ref");
  EXPECT_EQ(sent.attempts, 1);
  ASSERT_TRUE(sent.words.has_value());
  EXPECT_EQ(sent.words->template_key, "payment_reminder");
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kUsed);
  EXPECT_THAT(Verdicts(), SizeIs(2));
  EXPECT_EQ(Verdicts().back().moment, VerdictMoment::kDispatch);
}

TEST_F(Messaging, EndWhenTheyAskForMoreThanIsOwedByThen) {
  const Message message = *ValueOf(Send(AReminder(12'000))).message;
  EXPECT_THAT(world_.Post(*debt_, APayment("P1", 2'000)), IsOk());
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, IsEmpty());
  EXPECT_EQ(Reload(message).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(message).end, MessageEnd::kPointless);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReleased);
}

TEST_F(Messaging, EndWhenTheGateRefusesThemByThen) {
  const Message message = *ValueOf(Send(AReminder())).message;
  const KillSwitch engaged{.id = NumberedId<KillSwitchId>(1),
                           .reason = "a test",
                           .actor = "operator",
                           .engaged_time = world_.clock.Now()};
  const auto engage = [&](UnitOfWork& unit) {
    unit.kill_switches().Engage(engaged);
    return absl::OkStatus();
  };
  ASSERT_THAT(world_.store.Run(world_.tenant, std::array{kDesk}, engage), IsOk());
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, IsEmpty());
  EXPECT_NE(Reload(message).state, MessageState::kSent);
}

TEST_F(Messaging, EndWhenTheirOccasionIsOver) {
  SendMessage::Command command = AReminder();
  command.expires = world_.clock.Now() + absl::Minutes(10);
  const Message message = *ValueOf(Send(command)).message;
  world_.clock.Set(command.expires);
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, IsEmpty());
  EXPECT_EQ(Reload(message).end, MessageEnd::kExpired);
}

TEST_F(Messaging, ThatWereNotTakenAreTriedAgainLater) {
  sender_.answer = [](const OutboundMessage&) {
    return RefusedForNow{DelayCause::kBusy, "451", absl::Minutes(1)};
  };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  const Message waits = Reload(message);
  EXPECT_EQ(waits.state, MessageState::kQueued);
  EXPECT_EQ(waits.provider_code, "451");
  EXPECT_GE(waits.not_before, world_.clock.Now() + absl::Minutes(1));
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReserved);
  EXPECT_EQ(Round(), 0);
  world_.clock.Set(waits.not_before);
  sender_.answer = [](const OutboundMessage&) { return Accepted{"ref"}; };
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kSent);
  EXPECT_EQ(Reload(message).attempts, 2);
}

TEST_F(Messaging, ThatAreRefusedForGoodCloseTheirAddress) {
  sender_.answer = [](const OutboundMessage&) {
    return RefusedForGood{RefusalCause::kAddress, "550"};
  };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kFailed);
  EXPECT_EQ(Reload(message).end, MessageEnd::kAddressRefused);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReleased);
  EXPECT_THAT(Work(WorkKind::kMessageFailed), SizeIs(1));
  const DebtorRecord record = ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id));
  EXPECT_EQ(record.points.front().state, PointState::kSuppressed);
  EXPECT_EQ(record.points.front().cause, SuppressionCause::kBounce);
}

TEST_F(Messaging, OfUnknownFateAreNeverSentAgainByThemselves) {
  sender_.answer = [](const OutboundMessage&) { return NotKnown(); };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kUnknown);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kUsed);
  world_.clock.Set(world_.clock.Now() + absl::Hours(25));
  EXPECT_EQ(Round(), 0);
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_)), 0);
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_)), 0);
  EXPECT_THAT(Work(WorkKind::kMessageUnknown), SizeIs(1));
  EXPECT_THAT(sender_.given, SizeIs(1));

  // A person lets it go once more, and once only: that answers what they were asked.
  const ReleaseMessage release(mutations_);
  Kept<LoggedMessage> released;
  const MessageChange change{debtor_.id, message.id, {}};
  EXPECT_THAT(release.Handle(world_.ACall(), change, released), IsOk());
  EXPECT_EQ(Work(WorkKind::kMessageUnknown).front().state, WorkState::kDone);
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, SizeIs(2));
  EXPECT_THAT(release.Handle(world_.ACall(), change, released),
              IsRefused(Reason::kMessageNotUnknown));
}

TEST_F(Messaging, OfUnknownFateAreAskedAboutWhereThatIsPossible) {
  sender_.told.can_be_asked = true;
  sender_.answer = [](const OutboundMessage&) { return NotKnown(); };
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  world_.clock.Set(world_.clock.Now() + absl::Minutes(1));
  sender_.when_asked = Taken{"ref", DeliveryEvent::kDelivered};
  EXPECT_EQ(ValueOf(settle_.Reconcile(world_.tenant, Channel::kEmail, sender_)), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kDelivered);
  EXPECT_EQ(Reload(message).provider_reference, "ref");
}

TEST_F(Messaging, OfALostDispatcherAreUnknownAndItsWordComesTooLate) {
  const Message message = *ValueOf(Send(AReminder())).message;
  const TakeMessages take(dispatching_);
  const auto ready = ValueOf(take.Handle(world_.tenant, Channel::kEmail, 10)).ready;
  ASSERT_THAT(ready, SizeIs(1));
  EXPECT_EQ(Reload(message).state, MessageState::kDispatching);
  EXPECT_EQ(ValueOf(settle_.Rescue(world_.tenant)), 0);
  world_.clock.Set(world_.clock.Now() + dispatching_.settings.lease + absl::Seconds(1));
  EXPECT_EQ(ValueOf(settle_.Rescue(world_.tenant)), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kUnknown);
  const CompleteMessages complete(dispatching_, world_.blind_index);
  RetryBudget budget({});
  const std::array done = {HandedOver{
      .claimed = ready.front().claimed, .outcome = RefusedForNow{}, .provider = "relay"}};
  EXPECT_EQ(ValueOf(complete.Handle(world_.tenant, done, budget)), 0);
  EXPECT_EQ(Reload(message).state, MessageState::kUnknown);
}

TEST_F(Messaging, LeadToTheSameStateInWhateverOrderReportsCome) {
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  const absl::Time now = world_.clock.Now();
  const auto report = [&](DeliveryEvent event, absl::Time at) {
    EXPECT_THAT(reports_.Take({.provider = "relay",
                               .event_id = "e",
                               .communication = message.id,
                               .reference = "",
                               .news = {event, at}}),
                IsOk());
  };
  report(DeliveryEvent::kRead, now + absl::Minutes(2));
  report(DeliveryEvent::kDelivered, now + absl::Minutes(1));
  report(DeliveryEvent::kDelivered, now + absl::Minutes(1));
  report(DeliveryEvent::kTaken, now);
  EXPECT_EQ(Reload(message).state, MessageState::kRead);
  EXPECT_EQ(SlotOf(message).outcome, Outcome::kDelivered);
  const DebtorRecord record = ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id));
  EXPECT_EQ(record.points.front().last_success, now + absl::Minutes(2));
}

TEST_F(Messaging, StopAtTheWishOfWhoFollowsTheLink) {
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(reports_.Unsubscribe({world_.tenant, debtor_.id, message.id}), IsOk());
  EXPECT_THAT(reports_.Unsubscribe({world_.tenant, debtor_.id, message.id}), IsOk());
  const DebtorRecord record = ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id));
  EXPECT_EQ(record.points.front().cause, SuppressionCause::kOptOut);
  EXPECT_THAT(record.barred, SizeIs(1));
  // No delivery lifts it.
  EXPECT_THAT(reports_.Take({.provider = "relay",
                             .event_id = "e",
                             .communication = message.id,
                             .reference = "",
                             .news = {DeliveryEvent::kDelivered, world_.clock.Now()}}),
              IsOk());
  const DebtorRecord later = ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id));
  EXPECT_EQ(later.points.front().state, PointState::kSuppressed);
}

}  // namespace
}  // namespace parley
