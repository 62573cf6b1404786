// SPDX-License-Identifier: Apache-2.0
// What a person agreed to opens what it names, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "tests/domain/communication/gate_fixture.h"

namespace parley {
namespace {

constexpr const char* kTuesday = "2026-05-12T10:00:00-04:00";

Verdict AskOnTuesday(const Act& act, const Facts& facts, const TestBook& book) {
  return Ask(act, facts, book.Make(), At(kTuesday));
}

Communication Inbound(Channel channel, absl::Time at) {
  Communication one;
  one.direction = Direction::kInbound;
  one.channel = channel;
  one.at = at;
  return one;
}

TEST(Consents, AreEndedByWordsThatNobodyReadYet) {
  const TestBook book =
      TestBook().Add(ConsentRequired{.consent = ConsentKind::kAutomatedCalls}).Add(Revocation{});
  Facts facts = SomebodyInNewYork();
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kRefuse);
  facts.consents = {
      {.kind = ConsentKind::kAutomatedCalls, .received = At("2026-05-01T10:00:00-04:00")}};
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kAllow);
  facts.communications = {Inbound(Channel::kSms, At("2026-05-02T10:00:00-04:00"))};
  facts.communications[0].unread = true;
  EXPECT_EQ(AskOnTuesday(CallAboutTheFirst(), facts, book).decision, GateDecision::kRefuse);
}

TEST(Consents, ForOneDebtPermitNothingAboutAnother) {
  const absl::Time late = At("2026-05-12T21:30:00-04:00");
  TestBook hours;
  hours.Add(TimeWindow{.windows = {Hours(8, 21)}, .relaxed_by_consent = true});
  TestBook needed;
  needed.Add(ConsentRequired{.consent = ConsentKind::kTime});
  Facts facts = SomebodyInNewYork();
  Consent consent{.kind = ConsentKind::kTime, .debts = DebtSet::Of(0), .hours = {Hours(21, 23)}};
  consent.received = At("2026-05-01T10:00:00-04:00");
  facts.consents = {consent};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(Ask(act, facts, hours.Make(), late).decision, GateDecision::kAllow);
  EXPECT_EQ(Ask(act, facts, needed.Make(), late).decision, GateDecision::kAllow);
  act.debts.Add(DebtSet::Of(1));
  EXPECT_EQ(Ask(act, facts, hours.Make(), late).decision, GateDecision::kDefer);
  EXPECT_EQ(Ask(act, facts, needed.Make(), late).decision, GateDecision::kRefuse);
  facts.debts[0].group = 1;
  facts.debts[1].group = 1;
  EXPECT_EQ(Ask(act, facts, hours.Make(), late).decision, GateDecision::kAllow);
}

Consent AgreedToCallsAboutTheFirst() {
  Consent consent{.kind = ConsentKind::kCallFrequency, .debts = DebtSet::Of(0)};
  consent.received = At("2026-05-10T10:00:00-04:00");
  return consent;
}

TEST(Consents, ToMoreCallsAboutOneDebtLiftNoCountOfAnother) {
  const TestBook book =
      TestBook().Add(FrequencyCap{.limit = 1, .days = 7, .except_consented = true});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-09T10:00:00-04:00"))};
  facts.communications[0].debts.Add(DebtSet::Of(1));
  facts.consents = {AgreedToCallsAboutTheFirst()};
  Act act = CallAboutTheFirst();
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  act.debts.Add(DebtSet::Of(1));
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kDefer);
}

TEST(Consents, ToMoreCallsAboutOneDebtLeaveCallsAboutOthersCounted) {
  const TestBook book = TestBook().Add(
      FrequencyCap{.per_debt = false, .limit = 1, .days = 7, .except_consented = true});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-11T10:00:00-04:00"))};
  facts.consents = {AgreedToCallsAboutTheFirst()};
  Act act = CallAboutTheFirst();
  act.debts = DebtSet::Of(1);
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  facts.communications[0].debts = DebtSet::Of(1);
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kDefer);
}

TEST(Consents, ToMoreCallsEndQuietDaysOfTheirOwnDebtsAlone) {
  const TestBook book =
      TestBook().Add(Cooldown{.days = 7, .triggers = {Channel::kCall}, .except_consented = true});
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-09T10:00:00-04:00"), Outcome::kConversation)};
  facts.consents = {AgreedToCallsAboutTheFirst()};
  Act act = CallAboutTheFirst();
  act.debts.Add(DebtSet::Of(1));
  EXPECT_EQ(AskOnTuesday(act, facts, book).decision, GateDecision::kAllow);
  facts.communications[0].conversation_debts = DebtSet::All();
  EXPECT_EQ(AskOnTuesday(act, facts, book).until, At("2026-05-16T00:00:00-04:00"));
}

// The place of the consent on which the book's only rule rests; none when it rests on none.
std::optional<int> ConsentOf(const Verdict& verdict) {
  const auto found = std::find_if(verdict.findings.begin(), verdict.findings.end(),
                                  [](const RuleFinding& one) { return one.rule->id == "TEST.0"; });
  const Source source = found->source;
  return source.list == FactList::kConsents ? std::optional<int>(source.place) : std::nullopt;
}

TEST(Consents, AreNamedByWhatTheyPermit) {
  const absl::Time late = At("2026-05-12T21:30:00-04:00");
  TestBook hours;
  hours.Add(TimeWindow{.windows = {Hours(8, 21)}, .relaxed_by_consent = true});
  TestBook cap;
  cap.Add(FrequencyCap{.limit = 1, .days = 7, .except_consented = true});
  TestBook quiet;
  quiet.Add(Cooldown{.days = 7, .triggers = {Channel::kCall}, .except_consented = true});
  Facts facts = SomebodyInNewYork();
  const Act act = CallAboutTheFirst();
  EXPECT_EQ(ConsentOf(Ask(act, facts, hours.Make(), late)), std::nullopt);
  Consent in_the_evening{.kind = ConsentKind::kTime, .hours = {Hours(21, 23)}};
  in_the_evening.received = At("2026-05-01T10:00:00-04:00");
  facts.consents = {AgreedToCallsAboutTheFirst(), in_the_evening};
  facts.communications = {CallOut(At("2026-05-09T10:00:00-04:00"), Outcome::kConversation)};
  EXPECT_EQ(ConsentOf(Ask(act, facts, hours.Make(), late)), 1);
  EXPECT_EQ(ConsentOf(Ask(act, facts, cap.Make(), late)), 0);
  EXPECT_EQ(ConsentOf(Ask(act, facts, quiet.Make(), late)), 0);
}

}  // namespace
}  // namespace parley
