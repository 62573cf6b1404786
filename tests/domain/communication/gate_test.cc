// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/domain/communication/gate_fixture.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

constexpr absl::Duration kDay = absl::Hours(24);

TimeWindow EightToNine() { return {.windows = {Hours(8, 21)}}; }
FrequencyCap Cap(int limit, int days) { return {.limit = limit, .days = days}; }

Suppression Stop() { return {.designation = DesignationKind::kStopMedium}; }

Designation StoppedCalls(absl::Time since) {
  return {.kind = DesignationKind::kStopMedium, .since = since, .channels = {Channel::kCall}};
}

TEST(Gate, AllowsWhatNoRuleObjectsTo) {
  const Rulebooks books = TestBook().Add(EightToNine()).Make();
  const Verdict verdict =
      Ask(CallAboutTheFirst(), SomebodyInNewYork(), books, At("2026-05-12T10:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kAllow);
  EXPECT_EQ(verdict.deciding, -1);
}

TEST(Gate, RefusesWhereNoPlaceIsKnown) {
  const Rulebooks books = TestBook().Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].zones.clear();
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At("2026-05-12T10:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.PLACE_UNKNOWN");
}

TEST(Gate, TellsAlsoWhatElseForbidsWhereNoPlaceIsKnown) {
  const Rulebooks books =
      TestBook().Add(EightToNine()).Add(DesignatedTime{}).Add(Stop()).Add(Cap(1, 7)).Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].zones.clear();
  facts.switches = {{.channel = Channel::kCall}};
  facts.designations = {StoppedCalls(At("2026-05-01T10:00:00-04:00"))};
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At("2026-05-12T10:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  std::vector<std::string> refusing;
  for (const RuleFinding& one : verdict.findings) {
    if (one.word == Word::kRefuses) refusing.push_back(one.rule->id);
  }
  EXPECT_THAT(refusing, testing::ElementsAre("PARLEY.KILL_SWITCH", "TEST.2", "PARLEY.PLACE_UNKNOWN",
                                             "TEST.0"));
  EXPECT_EQ(verdict.counted.front().before, 1);
}

TEST(Gate, DefersToTheFirstMinuteAtWhichAllRulesAgree) {
  // Two calls fill the cap until the 18th; hours open at eight.
  const Rulebooks books = TestBook().Add(EightToNine()).Add(Cap(2, 7)).Make();
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00")),
                          CallOut(At("2026-05-13T10:00:00-04:00"))};
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At("2026-05-15T22:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kDefer);
  EXPECT_EQ(verdict.until, At("2026-05-18T08:00:00-04:00"));
}

TEST(Gate, TheStrictestWordWinsAndAllRulesAreTold) {
  const Rulebooks books = TestBook().Add(EightToNine()).Add(Stop()).Make();
  Facts facts = SomebodyInNewYork();
  facts.designations = {StoppedCalls(At("2026-05-01T10:00:00-04:00"))};
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At("2026-05-12T22:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "TEST.1");
  const auto deferring =
      std::count_if(verdict.findings.begin(), verdict.findings.end(),
                    [](const RuleFinding& one) { return one.word == Word::kDefers; });
  EXPECT_EQ(deferring, 1);
}

TEST(Gate, RefusesWhereZonesHaveNoHourInCommon) {
  const Rulebooks books = TestBook().Add(EightToNine()).Make();
  Facts facts = SomebodyInNewYork();
  facts.persons[0].zones.push_back({Zone("Asia/Tokyo"), LocationSource::kNumber});
  facts.persons[0].zones.push_back({Zone("Europe/London"), LocationSource::kNumber});
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, At("2026-05-12T10:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
}

TEST(Gate, WhatIsLearntLaterIsNotKnownYet) {
  const Rulebooks books = TestBook().Add(Stop()).Make();
  Facts facts = SomebodyInNewYork();
  facts.designations = {StoppedCalls(At("2026-05-12T10:00:01-04:00"))};
  const Act act = CallAboutTheFirst();
  EXPECT_EQ(Ask(act, facts, books, At("2026-05-12T10:00:00-04:00")).decision, GateDecision::kAllow);
  EXPECT_EQ(Ask(act, facts, books, At("2026-05-12T10:00:01-04:00")).decision,
            GateDecision::kRefuse);
}

TEST(Gate, JudgesByTheBookInForceOnTheDayAlsoWhenItSearches) {
  TestBook old;
  old.Add(FrequencyCap{.limit = 1, .days = 30});
  old.book().effective_until = Day(2026, 5, 14);
  TestBook young;
  young.book().version = "2";
  young.book().effective_from = Day(2026, 5, 14);
  young.Add(EightToNine());
  absl::StatusOr<Rulebooks> books = Rulebooks::Make({old.book(), young.book()}, {});
  ASSERT_TRUE(books.ok()) << books.status();
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-12T09:00:00-04:00"))};
  // The old book's cap would last into June; its opening is tried under the new book.
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, *books, At("2026-05-12T10:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kDefer);
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, *books, At("2026-05-14T10:00:00-04:00")).decision,
            GateDecision::kAllow);
}

TEST(Gate, BooksOfOneIdFollowEachOtherDayByDay) {
  TestBook first;
  first.book().effective_until = Day(2026, 1, 1);
  TestBook second;
  second.book().effective_from = Day(2026, 1, 2);
  EXPECT_FALSE(Rulebooks::Make({first.book(), second.book()}, {}).ok());
  second.book().effective_from = Day(2025, 12, 31);
  EXPECT_FALSE(Rulebooks::Make({first.book(), second.book()}, {}).ok());
  second.book().effective_from = Day(2026, 1, 1);
  EXPECT_TRUE(Rulebooks::Make({first.book(), second.book()}, {}).ok());
}

TEST(Gate, ADraftIsNotJudgedAndAPlaceNobodyReadIsRefused) {
  TestBook book;
  book.Add(Stop());
  book.book().status = BookStatus::kDraft;
  Facts facts = SomebodyInNewYork();
  facts.designations = {StoppedCalls(At("2026-05-01T10:00:00-04:00"))};
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, book.Make(), now).decision, GateDecision::kAllow);
  book.book().status = BookStatus::kUnresearched;
  book.book().rules.clear();
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, book.Make(), now);
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding, -1 + static_cast<int>(verdict.findings.size()));
}

TEST(Gate, PutsNothingOffToDaysOfALawThatNobodyRead) {
  TestBook hours;
  hours.Add(EightToNine());
  TestBook unread;
  unread.book().id = "TEST.UNREAD";
  unread.book().status = BookStatus::kUnresearched;
  unread.book().effective_from = Day(2026, 5, 13);
  const absl::StatusOr<Rulebooks> books = Rulebooks::Make({hours.book(), unread.book()}, {});
  ASSERT_TRUE(books.ok()) << books.status();
  const Verdict verdict =
      Ask(CallAboutTheFirst(), SomebodyInNewYork(), *books, At("2026-05-12T22:00:00-04:00"));
  EXPECT_EQ(verdict.decision, GateDecision::kRefuse);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.NO_COMMON_TIME");
}

TEST(Gate, JudgesByEveryPlaceInWhichThePersonMayBe) {
  TestBook book;
  book.Add(Stop());
  book.book().applies = {.country = "US", .regions = {"US-MA"}};
  Facts facts = SomebodyInNewYork();
  facts.designations = {StoppedCalls(At("2026-05-01T10:00:00-04:00"))};
  const auto decision = [&](std::vector<std::string> regions) {
    facts.persons[0].regions = std::move(regions);
    return Ask(CallAboutTheFirst(), facts, book.Make(), At("2026-05-12T10:00:00-04:00")).decision;
  };
  EXPECT_EQ(decision({}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US-MA"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US-NY", "US-MA"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US-NY"}), GateDecision::kAllow);
  EXPECT_EQ(decision({"US", "US-NY"}), GateDecision::kAllow);
  EXPECT_EQ(decision({"CA"}), GateDecision::kAllow);
  book.book().applies.regions.emplace_back("US-NY");
  EXPECT_EQ(decision({"US-NY-NYC"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US-MA"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US"}), GateDecision::kRefuse);
  EXPECT_EQ(decision({"US-NJ"}), GateDecision::kAllow);
}

TEST(Gate, EndingOneRequestNeverOpensWhatAnotherForbids) {
  const Rulebooks books = TestBook().Add(Stop()).Make();
  Facts facts = SomebodyInNewYork();
  const absl::Time since = At("2026-05-01T10:00:00-04:00");
  facts.designations = {StoppedCalls(since), StoppedCalls(since + kDay)};
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  facts.designations[0].lifted = since + 2 * kDay;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).decision, GateDecision::kRefuse);
  facts.designations[1].lifted = since + 2 * kDay;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).decision, GateDecision::kAllow);
}

TEST(Gate, AKillSwitchHoldsAndPromisesSpeakInEveryBook) {
  const Rulebooks books = TestBook().Make();
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  Facts facts = SomebodyInNewYork();
  facts.switches = {{.channel = Channel::kCall}};
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).deciding_finding()->rule->id,
            "PARLEY.KILL_SWITCH");
  facts = SomebodyInNewYork();
  facts.debts[0].holds.demand = ContactEffect::kStopped;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).deciding_finding()->rule->id,
            "PARLEY.HOLDS");
  facts = SomebodyInNewYork();
  facts.debts[0].promised = true;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).deciding_finding()->rule->id,
            "PARLEY.PROMISES");
  facts = SomebodyInNewYork();
  facts.debts[0].open = false;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).deciding_finding()->rule->id,
            "PARLEY.DEBT_CLOSED");
}

TEST(Gate, PutsOffWhatNobodyAskedForUntilSomebodyReadWhatThePersonWrote) {
  const Rulebooks books = TestBook().Make();
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  const Basis letter{BasisKind::kCommunication, NumberedId<DebtId>(5).uuid()};
  Facts facts = SomebodyInNewYork();
  facts.unanswered = {{.debts = CallAboutTheFirst().debts,
                       .since = now - kDay,
                       .until = now + 2 * kDay,
                       .basis = letter}};
  const Verdict verdict = Ask(CallAboutTheFirst(), facts, books, now);
  EXPECT_EQ(verdict.decision, GateDecision::kDefer);
  EXPECT_EQ(verdict.until, now + 2 * kDay);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.UNANSWERED_INBOUND");
  // What came in later, or is looked at by its time, holds nothing back.
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now + 2 * kDay).decision, GateDecision::kAllow);
  facts.unanswered[0].since = now + kDay;
  EXPECT_EQ(Ask(CallAboutTheFirst(), facts, books, now).decision, GateDecision::kAllow);
}

TEST(Gate, LetsGoWhatThePersonWaitsForAndHelpBeforeSomebodyReadWhatTheyWrote) {
  const Rulebooks books = TestBook().Make();
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  Facts facts = SomebodyInNewYork();
  facts.unanswered = {{.since = now - kDay, .until = now + kDay}};
  for (const Purpose purpose : {Purpose::kReceipt, Purpose::kRequested, Purpose::kStatutory,
                                Purpose::kSupport, Purpose::kOptOutConfirmation}) {
    Act act = CallAboutTheFirst();
    act.purpose = purpose;
    EXPECT_EQ(Ask(act, facts, books, now).decision, GateDecision::kAllow)
        << static_cast<int>(purpose);
  }
  for (const Purpose purpose : {Purpose::kReminder, Purpose::kNegotiation, Purpose::kStatement,
                                Purpose::kBalanceUpdate, Purpose::kConsentRequest}) {
    Act act = CallAboutTheFirst();
    act.purpose = purpose;
    EXPECT_EQ(Ask(act, facts, books, now).decision, GateDecision::kDefer)
        << static_cast<int>(purpose);
  }
}

TEST(Gate, AnUnansweredCallIsBookedToTheDebtWithRoomForIt) {
  const Rulebooks books = TestBook().Add(Cap(1, 7)).Make();
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  Act act = CallAboutTheFirst();
  const absl::Time now = At("2026-05-12T10:00:00-04:00");
  EXPECT_EQ(Ask(act, facts, books, now).decision, GateDecision::kDefer);
  act.candidates = DebtSet::Of(0);
  act.candidates.Add(DebtSet::Of(1));
  const Verdict verdict = Ask(act, facts, books, now);
  EXPECT_EQ(verdict.decision, GateDecision::kAllow);
  EXPECT_EQ(verdict.booked, 1);
}

}  // namespace
}  // namespace parley
