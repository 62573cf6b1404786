// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/communication/rules/judge.h"
#include "tests/domain/communication/gate_fixture.h"

namespace parley {
namespace {

constexpr const char* kTuesday = "2026-05-12T10:00:00-04:00";

Verdict AskOnTuesday(const Act& act, const Facts& facts, const TestBook& book) {
  return Ask(act, facts, book.Make(), At(kTuesday));
}

Communication Inbound(Channel channel, absl::Time at) {
  Communication one;
  one.key = 7;
  one.direction = Direction::kInbound;
  one.channel = channel;
  one.at = at;
  return one;
}

TEST(TimeWindows, AreOpenAcrossMidnight) {
  DayWindow night = Hours(22, 6);
  const Rulebooks books = TestBook().Add(TimeWindow{.windows = {night}}).Make();
  const Facts facts = SomebodyInNewYork();
  const Act act = CallAboutTheFirst();
  EXPECT_EQ(Ask(act, facts, books, At("2026-05-12T23:30:00-04:00")).decision, GateDecision::kAllow);
  EXPECT_EQ(Ask(act, facts, books, At("2026-05-13T05:59:00-04:00")).decision, GateDecision::kAllow);
  const Verdict late = Ask(act, facts, books, At("2026-05-13T06:00:00-04:00"));
  EXPECT_EQ(late.until, At("2026-05-13T22:00:00-04:00"));
}

TEST(TimeWindows, OpenAfterTheHourThatTheClocksSkip) {
  DayWindow early{.days = kEveryDay};
  early.from = 2 * 60 + 30;
  early.to = 4 * 60;
  const Rulebooks books = TestBook().Add(TimeWindow{.windows = {early}}).Make();
  // On 8 March 2026 half past two does not exist.
  const Verdict verdict =
      Ask(CallAboutTheFirst(), SomebodyInNewYork(), books, At("2026-03-08T01:00:00-05:00"));
  EXPECT_EQ(verdict.until, At("2026-03-08T03:00:00-04:00"));
}

TEST(TimeWindows, OpenTwiceInTheHourThatTheClocksRepeat) {
  DayWindow early{.days = kEveryDay};
  early.from = 60 + 30;
  early.to = 60 + 45;
  const Rulebooks books = TestBook().Add(TimeWindow{.windows = {early}}).Make();
  // On 1 November 2026 half past one comes in summer time and again in winter time.
  const Verdict verdict =
      Ask(CallAboutTheFirst(), SomebodyInNewYork(), books, At("2026-11-01T01:50:00-04:00"));
  EXPECT_EQ(verdict.until, At("2026-11-01T01:30:00-05:00"));
}

TEST(TimeWindows, AreClosedOnHolidaysAndWhereNobodyKnowsThem) {
  Calendar calendar{.id = "TEST", .covers = {Day(2026, 1, 1), Day(2026, 5, 14)}};
  calendar.holidays = {Day(2026, 5, 12)};
  TimeWindow window{.windows = {Hours(8, 21)}};
  window.closed_on.id = "TEST";
  const Rulebooks books = TestBook().Add(window).Make({calendar});
  const Act act = CallAboutTheFirst();
  const Facts facts = SomebodyInNewYork();
  EXPECT_EQ(Ask(act, facts, books, At(kTuesday)).until, At("2026-05-13T08:00:00-04:00"));
  EXPECT_EQ(Ask(act, facts, books, At("2026-05-15T10:00:00-04:00")).decision,
            GateDecision::kRefuse);
}

TEST(TimeWindows, AKnownZoneBeatsGuesses) {
  const Rulebooks books = TestBook().Add(TimeWindow{.windows = {Hours(8, 21)}}).Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].zones.push_back({Zone("Pacific/Honolulu"), LocationSource::kNumber});
  const Act act = CallAboutTheFirst();
  EXPECT_EQ(Ask(act, facts, books, At(kTuesday)).until, At("2026-05-12T14:00:00-04:00"));
  facts.persons[0].known_zone = Zone("America/New_York");
  EXPECT_EQ(Ask(act, facts, books, At(kTuesday)).decision, GateDecision::kAllow);
}

TEST(TimeWindows, YieldToAConsentToldToUs) {
  const Rulebooks books =
      TestBook().Add(TimeWindow{.windows = {Hours(8, 21)}, .relaxed_by_consent = true}).Make();
  Facts facts = SomebodyInNewYork();
  Consent consent{.kind = ConsentKind::kTime, .hours = {Hours(21, 23)}};
  consent.received = At("2026-05-01T10:00:00-04:00");
  facts.consents = {consent};
  const absl::Time late = At("2026-05-12T21:30:00-04:00");
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, late).decision, GateDecision::kAllow);
  facts.consents[0].given_to_us = false;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, late).decision, GateDecision::kDefer);
}

TEST(DesignatedTimes, LicenseOneAnswerToTheMessageThatTheActNames) {
  const TestBook book = TestBook().Add(DesignatedTime{.reply_once = ReplyOnce{true}});
  Facts facts = SomebodyInNewYork();
  Designation closed{.kind = DesignationKind::kInconvenientTime, .closed = {Hours(9, 12)}};
  closed.since = At("2026-05-01T10:00:00-04:00");
  facts.designations = {closed};
  facts.communications = {Inbound(Channel::kCall, At("2026-05-12T09:30:00-04:00"))};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, facts, book).until, At("2026-05-12T12:00:00-04:00"));
  act.in_reply_to = 7;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  facts.communications.push_back(CallOut(At("2026-05-12T09:45:00-04:00")));
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kDefer);
}

TEST(FrequencyCaps, CountThePersonsCalendarDays) {
  const TestBook book = TestBook().Add(FrequencyCap{.limit = 1, .days = 1});
  Facts facts = SomebodyInNewYork();
  // Half past eleven at night is the next day in UTC, and not for the person.
  facts.communications = {CallOut(At("2026-05-11T23:30:00-04:00"))};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
}

TEST(FrequencyCaps, ArePassedByWhatIsOwedToThePerson) {
  const TestBook book = TestBook().Add(FrequencyCap{.limit = 1, .days = 7});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  Act act = CallAboutTheFirst();
  for (const Purpose purpose :
       {Purpose::kReply, Purpose::kReceipt, Purpose::kStatutory, Purpose::kRequested}) {
    act.purpose = purpose;
    EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  }
  act.purpose = Purpose::kReminder;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kDefer);
}

TEST(FrequencyCaps, WhatReachedSomebodyElseIsUncountedAfterwards) {
  const TestBook book =
      TestBook().Add(FrequencyCap{.limit = 1, .days = 7, .except_misdirected = true});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kDefer);
  facts.communications[0].misdirected = true;
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
}

TEST(FrequencyCaps, AnAttemptUnderWayCountsWhateverItsOutcome) {
  FrequencyCap cap{.limit = 1, .days = 7};
  cap.only_outcomes = {Outcome::kConversation};
  const TestBook book = TestBook().Add(cap);
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"), Outcome::kUnknown)};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kDefer);
}

TEST(Cooldowns, FollowTheDebtsThatWereTalkedAbout) {
  const TestBook book = TestBook().Add(Cooldown{.days = 7, .triggers = {Channel::kCall}});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"), Outcome::kConversation)};
  facts.communications[0].conversation_debts = DebtSet::Of(1);
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
  facts.debts[0].group = 1;
  facts.debts[1].group = 1;
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).until, At("2026-05-18T00:00:00-04:00"));
}

TEST(Suppressions, BindAnActOnNoDebtToo) {
  const TestBook book = TestBook().Add(Suppression{});
  Facts facts = SomebodyInNewYork();
  facts.designations = {{.since = At("2026-05-01T10:00:00-04:00")}};
  Act act = CallAboutTheFirst();
  act.debts = DebtSet();
  act.purpose = Purpose::kUnrelated;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(Suppressions, BindForThePurposesThatTheyName) {
  const TestBook book = TestBook().Add(Suppression{});
  Facts facts = SomebodyInNewYork();
  facts.designations = {
      {.since = At("2026-05-01T10:00:00-04:00"), .purposes = {Purpose::kReminder}}};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  act.purpose = Purpose::kReminder;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(Suppressions, OfAPlaceMayNameTheVeryAddress) {
  const TestBook book = TestBook().Add(
      Suppression{.designation = DesignationKind::kInconvenientPlace, .at_place = true});
  Facts facts = SomebodyInNewYork();
  facts.designations = {{.kind = DesignationKind::kInconvenientPlace,
                         .since = At("2026-05-01T10:00:00-04:00"),
                         .point = 1}};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  act.point = 1;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(StandingRules, CloseAPointFromTheInstantAtWhichItClosed) {
  const Rulebooks books = TestBook().Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].points[0].closed_since = At("2026-05-12T10:00:01-04:00");
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, At(kTuesday)).decision, GateDecision::kAllow);
  facts.persons[0].points[0].closed_since = At(kTuesday);
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At(kTuesday));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.POINT_CLOSED");
}

TEST(Suppressions, AMessageThatAsksToStopLicensesNoAnswer) {
  const TestBook book = TestBook().Add(Suppression{.reply_once = ReplyOnce{}});
  Facts facts = SomebodyInNewYork();
  facts.designations = {{.since = At("2026-05-01T10:00:00-04:00")}};
  facts.communications = {Inbound(Channel::kCall, At("2026-05-12T09:30:00-04:00"))};
  Act act = CallAboutTheFirst();
  act.in_reply_to = 7;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  facts.communications[0].asks_to_stop = true;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(DisputeHolds, LeaveTheRestToBeAskedFor) {
  const TestBook book = TestBook().Add(DisputeHold{.rest_may_be_asked = true});
  Facts facts = SomebodyInNewYork();
  facts.disputes = {{.received = At("2026-05-01T10:00:00-04:00"), .undisputed = 70'000}};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
  act.amount = 70'000;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  act.amount = 70'001;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(Moratoria, LastWhileNobodyKnowsWhenTheCrisisEnds) {
  const TestBook book = TestBook().Add(Moratorium{.days = 60, .tail_days = 30});
  Facts facts = SomebodyInNewYork();
  facts.pauses = {{.crisis = true, .registered = Day(2026, 5, 1)}};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kRefuse);
  facts.pauses[0].treatment_ended = Day(2026, 5, 10);
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).until, At("2026-06-10T00:00:00-04:00"));
  facts.pauses[0].cancelled = Day(2026, 5, 12);
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
}

TEST(FrequencyCaps, AnExchangeHasItsPlaceOnlyInTheWindowInWhichItGoesOn) {
  const TestBook book =
      TestBook().Add(FrequencyCap{.per_debt = false, .limit = 1, .days = 7, .thread_once = true});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-04-01T10:00:00-04:00")),
                          CallOut(At("2026-05-11T10:00:00-04:00"))};
  facts.communications[0].thread = 1;
  Act act = CallAboutTheFirst();
  act.thread = 1;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kDefer);
  facts.communications[1].thread = 1;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
}

TEST(StandingRules, LetNobodyAskForNothing) {
  Act act = CallAboutTheFirst();
  act.debts = DebtSet();
  const Rulebooks books = TestBook().Make();
  const Verdict verdict = Ask(act, SomebodyInNewYork(), books, At(kTuesday));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.DEBT_CLOSED");
  act.purpose = Purpose::kSupport;
  EXPECT_EQ(Ask(act, SomebodyInNewYork(), books, At(kTuesday)).decision, GateDecision::kAllow);
}

TEST(StandingRules, StopWhatServesToCollectWhereNothingIsCollected) {
  Facts closed = SomebodyInNewYork();
  closed.debts[0].open = false;
  Facts resting = closed;
  resting.debts[0].rests = true;
  struct Row {
    Purpose purpose;
    bool of_closed;
    bool of_resting;
  };
  const std::vector<Row> rows = {
      {Purpose::kDemand, false, false},       {Purpose::kReminder, false, false},
      {Purpose::kNegotiation, false, false},  {Purpose::kConsentRequest, false, false},
      {Purpose::kLocation, false, false},     {Purpose::kStatement, true, false},
      {Purpose::kBalanceUpdate, true, false}, {Purpose::kSupport, true, false},
      {Purpose::kReceipt, true, true},        {Purpose::kReply, true, true},
      {Purpose::kRequested, true, true},      {Purpose::kStatutory, true, true},
      {Purpose::kUnrelated, true, true},      {Purpose::kOptOutConfirmation, true, true}};
  for (const Row& row : rows) {
    Act act = CallAboutTheFirst();
    act.purpose = row.purpose;
    const auto allows = [&](const Facts& facts) {
      return AskOnTuesday(act, facts, TestBook()).decision == GateDecision::kAllow;
    };
    EXPECT_EQ(allows(closed), row.of_closed) << WordFor(row.purpose);
    EXPECT_EQ(allows(resting), row.of_resting) << WordFor(row.purpose);
  }
}

TEST(RequiredContent, IsAttachedUntilItIsThereAndRefusedWhereItIsKnownToLack) {
  RequiredContent content;
  content.disclosures = {"TEST.WORDS"};
  const TestBook book = TestBook().Add(content);
  const Facts facts = SomebodyInNewYork();
  Act act = CallAboutTheFirst();
  const Verdict asked = AskOnTuesday(act, facts, book);
  EXPECT_EQ(asked.decision, GateDecision::kAllowWith);
  EXPECT_THAT(asked.disclosures, testing::ElementsAre("TEST.WORDS"));
  act.content.has = {Element::kOptOut};
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  act.content = {.lacks = {Element::kOptOut}};
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kRefuse);
}

TEST(FrequencyCaps, AreOfDebtsOfOneAccountTogetherAlsoWhereAConsentIsForAll) {
  const TestBook book =
      TestBook().Add(FrequencyCap{.limit = 1, .days = 7, .except_consented = true});
  Facts facts = SomebodyInNewYork();
  facts.debts[0].group = facts.debts[1].group = 0;
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  facts.communications[0].debts = DebtSet::Of(1);
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kDefer);
  facts.consents = {
      {.kind = ConsentKind::kCallFrequency, .received = At("2026-05-11T12:00:00-04:00")}};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
}

TEST(InitialCommunication, DisclosesAnotherThingThanALaterOneAndNothingWhereNothingIsTold) {
  const TestBook book = TestBook().Add(InitialCommunication{
      .no_communication = {Purpose::kUnrelated}, .first = {"FIRST"}, .later = {"LATER"}});
  Facts facts = SomebodyInNewYork();
  Act act = CallAboutTheFirst();
  // Nobody answered, and a message of limited content tells nothing.
  facts.communications = {CallOut(At("2026-05-11T08:00:00-04:00")),
                          CallOut(At("2026-05-11T09:00:00-04:00"), Outcome::kVoicemailLimited)};
  EXPECT_THAT(AskOnTuesday(act, facts, book).disclosures, testing::ElementsAre("FIRST"));
  facts.communications.push_back(CallOut(At("2026-05-11T10:00:00-04:00"), Outcome::kConversation));
  const Verdict later = AskOnTuesday(act, facts, book);
  EXPECT_EQ(later.decision, GateDecision::kAllowWith);
  EXPECT_THAT(later.disclosures, testing::ElementsAre("LATER"));
  act.debts = DebtSet::Of(1);
  EXPECT_THAT(AskOnTuesday(act, facts, book).disclosures, testing::ElementsAre("FIRST"));
  act.purpose = Purpose::kUnrelated;
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
}

TEST(ForbiddenContent, APublicPostIsSeenByOthersWhateverItSays) {
  const TestBook book = TestBook().Add(ForbiddenContent{.features = {Feature::kVisibleToOthers}});
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, SomebodyInNewYork(), book).decision, GateDecision::kAllow);
  act.channel = Channel::kPublicPost;
  EXPECT_EQ(AskOnTuesday(act, SomebodyInNewYork(), book).decision, GateDecision::kRefuse);
}

TEST(Recipients, ANumberOfSomebodyElseIsNobodysToBeTold) {
  const TestBook book =
      TestBook().Add(Recipients{.may_be_told = {Relation::kConsumer}, .refuses_others = true});
  Facts facts = SomebodyInNewYork();
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
  facts.persons[0].points[0].not_theirs_since = At("2026-05-11T10:00:00-04:00");
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kRefuse);
  facts = SomebodyInNewYork();
  facts.persons[0].relation = Relation::kRelative;
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kRefuse);
}

TEST(WarnPatterns, NeverForbid) {
  const TestBook book = TestBook().Add(WarnPattern{.warning = "BUNCHED", .at_least = 3});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-12T08:00:00-04:00")),
                          CallOut(At("2026-05-12T09:00:00-04:00"))};
  const Verdict verdict = AskOnTuesday(CallAboutTheFirst(), facts, book);
  EXPECT_EQ(verdict.decision, GateDecision::kAllow);
  EXPECT_THAT(verdict.warnings, testing::ElementsAre("BUNCHED"));
}

}  // namespace
}  // namespace parley
