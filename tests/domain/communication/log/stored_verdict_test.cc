// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/log/stored_verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;

class StoredVerdicts : public testing::Test {
 protected:
  StoredVerdicts() {
    book_.id = "HOUSE";
    book_.version = "3";
    rule_.id = "HOUSE.WEEK";
    rule_.cite = "house, 2";
  }

  Answered Answer(const Verdict& verdict) const { return AnswerOf(verdict, facts_, 0, debts_); }

  RuleFinding AFinding(Word word) const { return {.book = &book_, .rule = &rule_, .word = word}; }

  Rulebook book_;
  Rule rule_;
  Facts facts_ = {.persons = {Person()}};
  const std::vector<DebtId> debts_ = {NumberedId<DebtId>(7), NumberedId<DebtId>(8)};
};

TEST_F(StoredVerdicts, TellEachRuleThatSpokeWithItsBookAndWhatItCounted) {
  Verdict verdict;
  verdict.decision = GateDecision::kDefer;
  verdict.until = TestNow() + absl::Hours(2);
  verdict.findings = {AFinding(Word::kDoesNotConcern), AFinding(Word::kPermits),
                      AFinding(Word::kDefers)};
  verdict.findings[2].until = TestNow() + absl::Hours(1);
  verdict.findings[2].count = 3;
  verdict.findings[2].limit = 3;
  verdict.deciding = 2;
  const Answered answer = Answer(verdict);
  const ToldRule permits{"HOUSE", "3", "HOUSE.WEEK", "house, 2", Word::kPermits, {}, {}, {}};
  const ToldRule defers{
      "HOUSE", "3", "HOUSE.WEEK", "house, 2", Word::kDefers, TestNow() + absl::Hours(1), 3, 3};
  EXPECT_THAT(answer.rules, ElementsAre(permits, defers));
  EXPECT_EQ(*answer.deciding_rule(), defers);
  EXPECT_EQ(answer.until, TestNow() + absl::Hours(2));
  EXPECT_FALSE(answer.allows());
}

TEST_F(StoredVerdicts, TellOfARuleThatOpensNeverThatItRefuses) {
  Verdict verdict;
  verdict.findings = {AFinding(Word::kDefers)};
  verdict.findings[0].until = absl::InfiniteFuture();
  const Answered answer = Answer(verdict);
  EXPECT_EQ(answer.rules.front().word, Word::kRefuses);
  EXPECT_EQ(answer.rules.front().until, std::nullopt);
}

TEST_F(StoredVerdicts, NameTheRecordsThatEachRuleRestsOn) {
  const Basis hold{BasisKind::kHold, NumberedId<DebtId>(1).uuid()};
  const Basis other_hold{BasisKind::kHold, NumberedId<DebtId>(2).uuid()};
  const Basis opt_out{BasisKind::kOptOut, NumberedId<DebtId>(3).uuid()};
  const Basis consent{BasisKind::kConsent, NumberedId<DebtId>(4).uuid()};
  const Basis kill_switch{BasisKind::kKillSwitch, NumberedId<DebtId>(5).uuid()};
  const Basis point{BasisKind::kContactPoint, NumberedId<DebtId>(6).uuid()};
  facts_.debts = {{}, {.held_by = {hold, other_hold}}};
  facts_.designations = {{.basis = opt_out}};
  facts_.consents = {{}, {.basis = consent}};
  facts_.disputes = {{.basis = hold}};
  facts_.pauses = {{.basis = other_hold}};
  facts_.switches = {{.basis = kill_switch}};
  facts_.persons.front().points = {{.basis = point}};
  Verdict verdict;
  for (const Source source :
       {Source(), Source{FactList::kDebts, 1}, Source{FactList::kDesignations, 0},
        Source{FactList::kConsents, 1}, Source{FactList::kDisputes, 0},
        Source{FactList::kPauses, 0}, Source{FactList::kSwitches, 0}, Source{FactList::kPoints, 0},
        Source{FactList::kConsents, 0}}) {
    verdict.findings.push_back(AFinding(Word::kPermits));
    verdict.findings.back().source = source;
  }
  std::vector<std::vector<Basis>> told;
  for (const ToldRule& rule : Answer(verdict).rules) told.push_back(rule.rests_on);
  using Records = std::vector<Basis>;
  EXPECT_THAT(told, ElementsAre(Records{}, Records{hold, other_hold}, Records{opt_out},
                                Records{consent}, Records{hold}, Records{other_hold},
                                Records{kill_switch}, Records{point}, Records{}));
}

class JudgedZones : public StoredVerdicts {
 protected:
  static absl::TimeZone Zone(const char* name) {
    absl::TimeZone zone;
    EXPECT_TRUE(absl::LoadTimeZone(name, &zone)) << name;
    return zone;
  }

  const absl::TimeZone madrid_ = Zone("Europe/Madrid");
  const absl::TimeZone london_ = Zone("Europe/London");
  const JudgedZone of_number_{"Europe/London", LocationSource::kNumber};
  const JudgedZone of_address_{"Europe/Madrid", LocationSource::kAddress};
};

TEST_F(JudgedZones, BeginWithThatOfTheCalendar) {
  facts_.persons.front().zones = {{london_, LocationSource::kNumber},
                                  {madrid_, LocationSource::kAddress}};
  EXPECT_THAT(Answer(Verdict()).zones, ElementsAre(of_address_, of_number_));
}

TEST_F(JudgedZones, AreThatOfTheCalendarAndTheOneThatTheyNamed) {
  facts_.persons.front().zones = {{london_, LocationSource::kNumber},
                                  {madrid_, LocationSource::kAddress}};
  facts_.persons.front().known_zone = Zone("Asia/Tokyo");
  EXPECT_THAT(Answer(Verdict()).zones,
              ElementsAre(of_address_, JudgedZone{"Asia/Tokyo", LocationSource::kTold}));
}

TEST_F(JudgedZones, AreNoneWhereNobodyKnowsThePlace) {
  EXPECT_THAT(Answer(Verdict()).zones, testing::IsEmpty());
}

TEST_F(StoredVerdicts, NameTheDebtsOfWhatWasCountedAndBooked) {
  Verdict verdict;
  verdict.counted = {{&rule_, std::uint8_t{1}, 2, 3, 7}, {&rule_, std::nullopt, 0, 1, 1}};
  verdict.booked = std::uint8_t{0};
  const Answered answer = Answer(verdict);
  EXPECT_THAT(answer.caps, ElementsAre(TakenCap{"HOUSE.WEEK", debts_[1], 2, 3, 7},
                                       TakenCap{"HOUSE.WEEK", std::nullopt, 0, 1, 1}));
  EXPECT_EQ(answer.booked, debts_[0]);
  EXPECT_EQ(answer.until, std::nullopt);
  EXPECT_TRUE(answer.allows());
}

TEST_F(StoredVerdicts, KeepWhatIsToBeAttached) {
  Verdict verdict;
  verdict.decision = GateDecision::kAllowWith;
  verdict.disclosures = {"who calls"};
  verdict.records = {"recording"};
  verdict.routing = {"specialist"};
  verdict.warnings = {"third today"};
  verdict.kept = {"call log"};
  verdict.variant = Variant::kLimited;
  verdict.uncounted = Uncounted::kPurpose;
  verdict.presumed_violation = true;
  verdict.safe_harbour = false;
  const Answered answer = Answer(verdict);
  EXPECT_THAT(answer.disclosures, ElementsAre("who calls"));
  EXPECT_THAT(answer.records, ElementsAre("recording"));
  EXPECT_THAT(answer.routing, ElementsAre("specialist"));
  EXPECT_THAT(answer.warnings, ElementsAre("third today"));
  EXPECT_THAT(answer.kept, ElementsAre("call log"));
  EXPECT_EQ(answer.variant, Variant::kLimited);
  EXPECT_EQ(answer.uncounted, Uncounted::kPurpose);
  EXPECT_TRUE(answer.presumed_violation);
  EXPECT_EQ(answer.safe_harbour, false);
  EXPECT_TRUE(answer.allows());
}

TEST(RestoreVerdict, RefusesWhatBreaksAnInvariant) {
  EXPECT_THAT(RestoreVerdict(AVerdict()), IsOk());
  const std::vector<std::function<void(StoredVerdict&)>> breaks = {
      [](auto& verdict) { verdict.id = {}; },
      [](auto& verdict) { verdict.debtor = {}; },
      [](auto& verdict) { verdict.actor.clear(); },
      [](auto& verdict) { verdict.answer.decision = GateDecision::kRefuse; },
      [](auto& verdict) { verdict.answer.until = TestNow(); },
      [](auto& verdict) { verdict.answer.deciding = 0; },
      [](auto& verdict) { verdict.answer.deciding = -1; },
  };
  for (std::size_t at = 0; at < breaks.size(); ++at) {
    StoredVerdict verdict = AVerdict();
    breaks.at(at)(verdict);
    EXPECT_THAT(RestoreVerdict(verdict), IsRefused(Reason::kRecordCorrupt)) << at;
  }
}

TEST(VerdictWords, AreFoundByTheirNames) {
  for (const Word word : {Word::kDoesNotConcern, Word::kRefuses}) {
    EXPECT_EQ(WordNamed(NameOf(word)), word);
  }
  for (const GateDecision decision : {GateDecision::kAllow, GateDecision::kRefuse}) {
    EXPECT_EQ(DecisionNamed(NameOf(decision)), decision);
  }
  EXPECT_EQ(WordNamed("PERHAPS"), std::nullopt);
  EXPECT_EQ(DecisionNamed(""), std::nullopt);
}

}  // namespace
}  // namespace parley
