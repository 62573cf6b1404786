// SPDX-License-Identifier: Apache-2.0
// What people write is stored, matched, heard and acted on at once.
#include "application/inbound/receive_inbound.h"

#include "tests/application/inbound/inbound_fixture.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using Receiving = Listening;

TEST_F(Receiving, IsMatchedByTheSendersAddress) {
  const InboundItem item = ValueOf(Hear("What do I still owe?"));
  EXPECT_EQ(item.debtor, debtor_.id);
  EXPECT_EQ(item.matched_by, MatchedBy::kAddress);
  EXPECT_EQ(item.point, home_);
  EXPECT_EQ(item.state, InboundState::kLabelled);
  EXPECT_EQ(ReloadItem(item), item);
  const LoggedCommunication row =
      ValueOf(world_.contact_log.GetCommunication(world_.tenant, debtor_.id, item.id));
  EXPECT_EQ(row.direction, Direction::kInbound);
  EXPECT_EQ(row.state, CommunicationState::kUsed);
  EXPECT_THAT(Work(WorkKind::kInboundAnswer), SizeIs(1));
}

TEST_F(Receiving, IsMatchedByTheMessageThatItAnswersAndIsAboutItsDebts) {
  const Message ours = *ValueOf(Send(AReminder())).message;
  ReceiveInbound::Command command = AnEmail("I do not understand", "other@example.com");
  command.answers = ours.id;
  const InboundItem item = ValueOf(Receive(command));
  EXPECT_EQ(item.matched_by, MatchedBy::kAnswer);
  EXPECT_EQ(item.in_reply_to, ours.id);
  EXPECT_THAT(item.debts, ElementsAre(debt_->id));
}

TEST_F(Receiving, LiesOnTheDeskWhereNobodyIsFoundOrMoreThanOne) {
  const InboundItem item = ValueOf(Receive(AnEmail("hello", "nobody@example.com")));
  EXPECT_EQ(item.debtor, kDesk);
  EXPECT_EQ(item.state, InboundState::kUnmatched);
  EXPECT_FALSE(item.heard.has_value());
  EXPECT_THAT(OnDesk(), SizeIs(1));
}

TEST_F(Receiving, OnceUnderOneProvidersId) {
  const ReceiveInbound::Command command = AnEmail("Stop contacting me");
  const InboundItem first = ValueOf(Receive(command));
  const InboundItem second = ValueOf(Receive(command));
  EXPECT_EQ(first, second);
  EXPECT_THAT(TheirRecord().opt_outs, SizeIs(1));
  EXPECT_THAT(Work(WorkKind::kInboundAnswer), SizeIs(1));
}

TEST_F(Receiving, OfAnotherTenantsMessageFindsNobody) {
  ReceiveInbound::Command command = AnEmail("hello", "nobody@example.com");
  command.answers = NumberedId<CommunicationId>(77);
  EXPECT_EQ(ValueOf(Receive(command)).state, InboundState::kUnmatched);
}

TEST_F(Receiving, RefusesWhatTheCallerNamesAndNobodyKnows) {
  ReceiveInbound::Command command = AnEmail("hello");
  command.debtor = NumberedId<DebtorId>(99);
  EXPECT_EQ(ReasonOf(Receive(command).status()), Reason::kDebtorNotFound);
  command.debtor = debtor_.id;
  command.debts = {NumberedId<DebtId>(99)};
  EXPECT_EQ(ReasonOf(Receive(command).status()), Reason::kDebtNotFound);
  command.debts.clear();
  command.answers = NumberedId<CommunicationId>(99);
  EXPECT_EQ(ReasonOf(Receive(command).status()), Reason::kCommunicationNotFound);
}

TEST_F(Receiving, TakesEmptyHugeAndBrokenTexts) {
  EXPECT_THAT(Hear(""), IsOk());
  EXPECT_THAT(Hear(std::string(3'000'000, 'a')), IsOk());
  EXPECT_THAT(Hear(std::string("\xFF\xFE\x00 \xE2\x80\xAE", 7)), IsOk());
}

TEST_F(Receiving, StopsAllContactAtOnceAlsoWhatIsQueued) {
  const Message reminder = *ValueOf(Send(AReminder())).message;
  const InboundItem item = ValueOf(Hear("Do not contact me again, by any means."));
  EXPECT_THAT(WhatWasDone(item), Contains("OPT_OUT"));
  ASSERT_THAT(TheirRecord().opt_outs, SizeIs(1));
  EXPECT_EQ(TheirRecord().opt_outs.front().scope, ContactScope());
  EXPECT_EQ(Reload(reminder).state, MessageState::kCancelled);
  // Nothing but the confirmation goes.
  for (const Message& one : Queue()) EXPECT_EQ(one.order.template_key, "opt_out_confirmed");
}

TEST_F(Receiving, UnlinksTheAddressOfTheWrongPersonAndTellsThemNothing) {
  const InboundItem item =
      ValueOf(Hear("You have the wrong person, I have never heard of her. Wrong email address."));
  EXPECT_THAT(WhatWasDone(item), Contains("UNLINKED"));
  for (const KnownPoint& point : TheirRecord().points) {
    const bool unlinked = point.cause == SuppressionCause::kWrongPerson;
    EXPECT_EQ(unlinked, point.id == home_);
  }
  EXPECT_THAT(Queue(), IsEmpty());
}

TEST_F(Receiving, PutsDangerBeforeEverything) {
  const InboundItem item = ValueOf(Hear("I can't go on, I want to end my life tonight."));
  EXPECT_EQ(IntentsOf(item).front(), Intent::kCrisis);
  EXPECT_THAT(WhatWasDone(item), Contains("SIGNPOSTS"));
  ASSERT_THAT(Work(WorkKind::kCrisis), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kCrisis).front().priority, WorkPriority::kUrgent);
  ASSERT_THAT(TheirRecord().holds, SizeIs(1));
  EXPECT_EQ(TheirRecord().holds.front().type, HoldType::kHardship);
}

TEST_F(Receiving, HoldsBackWhatIsQueuedUntilSomebodyLooks) {
  const Message reminder = *ValueOf(Send(AReminder())).message;
  const InboundItem item = ValueOf(Hear("What is this about? Please explain."));
  world_.clock.Advance(absl::Minutes(1));
  Round();
  for (const OutboundMessage& one : sender_.given) EXPECT_NE(one.id, reminder.id);
  EXPECT_EQ(Reload(reminder).state, MessageState::kQueued);
  bool told = false;
  for (const StoredVerdict& verdict : Verdicts()) {
    const ToldRule* const rule = verdict.answer.deciding_rule();
    if (rule == nullptr || rule->rule != "PARLEY.UNANSWERED_INBOUND") continue;
    told = true;
    EXPECT_EQ(verdict.answer.decision, GateDecision::kDefer);
    EXPECT_THAT(rule->rests_on, ElementsAre(Basis{BasisKind::kCommunication, item.id.uuid()}));
  }
  EXPECT_TRUE(told);
  Kept<InboundItem> seen;
  ASSERT_THAT(judge_.Triage(world_.ACall(), {debtor_.id, item.id, {}}, seen), IsOk());
  // Now the gate objects only that the other one waits, which counts as the contact of the day.
  EXPECT_EQ(ValueOf(Send(AReminder(4000))).verdict.answer.deciding_rule()->rule, "TEST.DAY");
}

TEST_F(Receiving, HoldsBackForFiveBusinessDaysAtMost) {
  const InboundItem item = ValueOf(Hear("What is this about?"));
  // From a Monday to the end of the next Monday, where they are.
  const absl::TimeZone zone = *world_.zones.Find("Europe/Berlin");
  EXPECT_EQ(*item.suspends_until, absl::FromCivil(absl::CivilDay(2026, 12, 1), zone));
  EXPECT_EQ(Work(WorkKind::kInboundAnswer).front().due, Day(2026, 11, 24));
  world_.clock.Set(*item.suspends_until + absl::Hours(12));
  EXPECT_EQ(ValueOf(Send(AReminder())).verdict.answer.decision, GateDecision::kAllow);
}

TEST_F(Receiving, IsAcknowledgedOnce) {
  const ReceiveInbound::Command command = AnEmail("What do I still owe?");
  const InboundItem item = ValueOf(Receive(command));
  ASSERT_THAT(Receive(command), IsOk());
  ASSERT_THAT(Queue(), SizeIs(1));
  EXPECT_EQ(Queue().front().order.template_key, "message_received");
  EXPECT_EQ(Queue().front().occasion, "inbound:" + item.id.ToString());
}

TEST_F(Receiving, MasksCardsBeforeAnythingIsStored) {
  const InboundItem item = ValueOf(Hear("Take it from 4111 1111 1111 1111 please"));
  EXPECT_EQ(ReloadItem(item).content.text.Reveal(), "Take it from **** **** **** 1111 please");
  EXPECT_EQ(item.content.cards_masked, 1);
}

TEST_F(Receiving, DisputesHoldTheDebtThatTheyAreAbout) {
  ReceiveInbound::Command command =
      AnEmail("The sofa was never delivered, I will not pay for something I did not get.");
  command.debtor = debtor_.id;
  command.debts = {debt_->id};
  const InboundItem item = ValueOf(Receive(command));
  EXPECT_THAT(WhatWasDone(item), Contains("HOLD"));
  ASSERT_THAT(TheirRecord().holds, SizeIs(1));
  EXPECT_EQ(TheirRecord().holds.front().type, HoldType::kDispute);
  EXPECT_EQ(TheirRecord().holds.front().debt, debt_->id);
  EXPECT_THAT(Work(WorkKind::kDispute), SizeIs(1));
}

TEST_F(Receiving, TakesDownThatTheyWantToBeCalledAndAsksTheTeam) {
  const InboundItem item = ValueOf(Hear("Please call me back tomorrow."));
  EXPECT_THAT(WhatWasDone(item), Contains("CALLBACK"));
  ASSERT_THAT(TheirRecord().callbacks, SizeIs(1));
  const CallbackRequest wish = TheirRecord().callbacks.front();
  EXPECT_EQ(wish.state, CallbackState::kRequested);
  EXPECT_EQ(wish.wished, Day(2026, 11, 24));
  EXPECT_EQ(wish.told_in, item.id);
  ASSERT_THAT(Work(WorkKind::kCallback), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kCallback).front().due, Day(2026, 11, 24));
  // They wait for one call; that they ask again is told to the team, and loses nothing.
  ASSERT_THAT(Hear("I said, please call me back tomorrow."), IsOk());
  EXPECT_THAT(TheirRecord().callbacks, SizeIs(1));
  EXPECT_THAT(Work(WorkKind::kCallback), SizeIs(1));
}

TEST_F(Receiving, KeepsTheNeedWithoutTheConditionBehindIt) {
  ASSERT_THAT(Hear("I was diagnosed with cancer and I am in hospital, I cannot cope with this."),
              IsOk());
  ASSERT_THAT(TheirRecord().needs, Not(IsEmpty()));
  for (const SupportNeed& need : TheirRecord().needs) EXPECT_FALSE(need.vulnerability.has_value());
}

TEST_F(Receiving, WritesNothingInARehearsal) {
  Call rehearsal = world_.ACall();
  rehearsal.validate_only = true;
  Kept<InboundItem> kept;
  ASSERT_THAT(receive_.Handle(rehearsal, AnEmail("Stop contacting me"), kept), IsOk());
  EXPECT_THAT(TheirRecord().opt_outs, IsEmpty());
  EXPECT_THAT(Queue(), IsEmpty());
}

}  // namespace
}  // namespace parley
