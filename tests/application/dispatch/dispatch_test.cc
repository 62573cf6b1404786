// SPDX-License-Identifier: Apache-2.0
// What becomes of a message between the queue and the person.
#include <gmock/gmock.h>

#include "tests/application/messages/message_fixture.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(TogetherOrEach, LetsOneThatCannotBeReadStandInNobodysWay) {
  const std::array all = {1, 2, 3};
  std::vector<int> done;
  const auto but_two = [&done](std::span<const int> some) -> absl::StatusOr<int> {
    if (std::find(some.begin(), some.end(), 2) != some.end()) {
      return Refuse(Reason::kRecordCorrupt);
    }
    done.insert(done.end(), some.begin(), some.end());
    return static_cast<int>(some.size());
  };
  EXPECT_THAT(TogetherOrEach<int>(all, but_two), IsRefused(Reason::kRecordCorrupt));
  EXPECT_THAT(done, ElementsAre(1, 3));
  EXPECT_EQ(ValueOf(TogetherOrEach<int>(std::span(all).first(1), but_two)), 1);
}

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
  WishForNoContact();
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, IsEmpty());
  EXPECT_EQ(Reload(message).state, MessageState::kCancelled);
  EXPECT_EQ(Reload(message).end, MessageEnd::kGateRefused);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReleased);
}

TEST_F(Messaging, AreHeldWithTheirSlotWhileTheirTemplateIsStopped) {
  const Message message = *ValueOf(Send(AReminder())).message;
  Stop({.template_id = "payment_reminder"});
  EXPECT_EQ(Round(), 1);
  EXPECT_THAT(sender_.given, IsEmpty());
  const Message held = Reload(message);
  EXPECT_EQ(held.state, MessageState::kQueued);
  EXPECT_GT(held.not_before, world_.clock.Now());
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kReserved);
  EXPECT_EQ(Verdicts().back().moment, VerdictMoment::kDispatch);
  EXPECT_EQ(Round(), 0);
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
  EXPECT_THAT(Work(WorkKind::kMessageUnknown), IsEmpty());
  world_.clock.Set(world_.clock.Now() + absl::Hours(11));  // At night: it waits.
  const LoggedCommunication counted = SlotOf(message);
  EXPECT_EQ(Round(), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kQueued);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kUsed);
  EXPECT_EQ(SlotOf(message).dispatch_time, counted.dispatch_time);
  world_.clock.Set(Reload(message).not_before);
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

TEST_F(Messaging, KeepWhatWasWrittenOfThemWhileTheyWereHandedOver) {
  const Message message = *ValueOf(Send(AReminder())).message;
  const auto ready =
      ValueOf(TakeMessages(dispatching_).Handle(world_.tenant, Channel::kEmail, 10)).ready;
  ASSERT_THAT(ready, SizeIs(1));
  LoggedCommunication told = SlotOf(message);
  told.note = Secret("asked for it by telephone");
  Write([&](UnitOfWork& unit) {
    told.revision = unit.Head(debtor_.id).revision + 1;
    unit.communications().Replace(told);
  });
  RetryBudget budget({});
  const std::array done = {HandedOver{.claimed = ready.front().claimed,
                                      .slot = ready.front().slot,
                                      .outcome = Accepted{"ref"},
                                      .provider = "relay"}};
  const CompleteMessages complete(dispatching_, world_.blind_index);
  EXPECT_EQ(ValueOf(complete.Handle(world_.tenant, done, budget)), 1);
  EXPECT_EQ(Reload(message).state, MessageState::kSent);
  EXPECT_EQ(SlotOf(message).state, CommunicationState::kUsed);
  EXPECT_EQ(SlotOf(message).note, told.note);
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

TEST_F(Messaging, AreAuditedInTheNameOfWhoReportsThem) {
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  const DeliveryReport report{.provider = std::string(kGateway),
                              .event_id = "e",
                              .communication = message.id,
                              .reference = "",
                              .news = {DeliveryEvent::kDelivered, world_.clock.Now()}};
  const auto last = [this] {
    return ValueOf(world_.audit_records.ChainsAfter(world_.tenant, std::nullopt, 10))
        .back()
        .rows.back();
  };
  Call call = world_.ACall("a report");
  call.principal = "gateway-1";
  EXPECT_THAT(reports_.TakeFor(call, debtor_.id, report), IsOk());
  EXPECT_EQ(last().actor, "gateway-1");
  EXPECT_EQ(last().action, call.method);
  EXPECT_EQ(last().content, call.request);
  DeliveryReport read = report;
  read.provider = "relay";
  read.news.event = DeliveryEvent::kRead;
  EXPECT_THAT(reports_.Take(read), IsOk());
  EXPECT_EQ(last().actor, kDispatcher);
}

TEST_F(Messaging, TellOthersOnceOfEachStateThatTheyReach) {
  const Message message = *ValueOf(Send(AReminder())).message;
  EXPECT_EQ(Round(), 1);
  for (const DeliveryEvent event : {DeliveryEvent::kDelivered, DeliveryEvent::kDelivered,
                                    DeliveryEvent::kRead, DeliveryEvent::kComplained}) {
    EXPECT_THAT(reports_.Take({.provider = "relay",
                               .event_id = "e",
                               .communication = message.id,
                               .reference = "",
                               .news = {event, world_.clock.Now()}}),
                IsOk());
  }
  std::vector<EventType> told;
  for (const auto& one : world_.database.Events(world_.tenant)) {
    if (one.event.subject == message.id.uuid()) told.push_back(one.event.type);
  }
  EXPECT_THAT(told, ElementsAre(EventType::kContactAllowed, EventType::kContactSent,
                                EventType::kContactDelivered, EventType::kContactRead));
  EXPECT_EQ(world_.database.Events(world_.tenant).back().event.type, EventType::kConsentRevoked);
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
