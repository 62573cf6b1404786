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

  RuleFinding AFinding(Word word) const { return {.book = &book_, .rule = &rule_, .word = word}; }

  Rulebook book_;
  Rule rule_;
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
  const Answered answer = AnswerOf(verdict, debts_);
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
  const Answered answer = AnswerOf(verdict, debts_);
  EXPECT_EQ(answer.rules.front().word, Word::kRefuses);
  EXPECT_EQ(answer.rules.front().until, std::nullopt);
}

TEST_F(StoredVerdicts, NameTheDebtsOfWhatWasCountedAndBooked) {
  Verdict verdict;
  verdict.counted = {{&rule_, std::uint8_t{1}, 2, 3, 7}, {&rule_, std::nullopt, 0, 1, 1}};
  verdict.booked = std::uint8_t{0};
  const Answered answer = AnswerOf(verdict, debts_);
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
  const Answered answer = AnswerOf(verdict, debts_);
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
