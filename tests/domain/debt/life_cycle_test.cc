// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/life_cycle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::pair<LifeVerb, std::string>> kVerbs = {
    {LifeVerb::kActivate, "activate"},
    {LifeVerb::kReject, "reject"},
    {LifeVerb::kAcceptPlan, "plan accepted"},
    {LifeVerb::kEndPlan, "plan broken or cancelled"},
    {LifeVerb::kCompleteSettlement, "settlement completed"},
    {LifeVerb::kExhaustCadence, "cadence exhausted"},
    {LifeVerb::kResume, "resume"},
    {LifeVerb::kReturn, "return"},
    {LifeVerb::kWriteOff, "write off"},
    {LifeVerb::kRecall, "recall"},
    {LifeVerb::kClose, "close"},
    {LifeVerb::kReopen, "reopen"}};

// The life of a debt as the business tells it.
const std::map<std::string, std::map<std::string, std::string>> kLife = {
    {"RECEIVED", {{"activate", "ACTIVE"}, {"reject", "REJECTED"}}},
    {"REJECTED", {}},
    {"ACTIVE",
     {{"plan accepted", "ON_PLAN"},
      {"settlement completed", "SETTLED"},
      {"cadence exhausted", "AWAITING_DECISION"},
      {"recall", "RECALLED"},
      {"close", "CLOSED"}}},
    {"ON_PLAN",
     {{"plan broken or cancelled", "ACTIVE"},
      {"settlement completed", "SETTLED"},
      {"recall", "RECALLED"},
      {"close", "CLOSED"}}},
    {"AWAITING_DECISION",
     {{"resume", "ACTIVE"},
      {"return", "RETURNED"},
      {"write off", "WRITTEN_OFF"},
      {"recall", "RECALLED"},
      {"close", "CLOSED"}}},
    {"PAID", {{"reopen", "ACTIVE"}}},
    {"SETTLED", {{"reopen", "ACTIVE"}}},
    {"RECALLED", {{"reopen", "ACTIVE"}}},
    {"RETURNED", {{"reopen", "ACTIVE"}}},
    {"WRITTEN_OFF", {{"reopen", "ACTIVE"}}},
    {"CLOSED", {{"reopen", "ACTIVE"}}}};

TEST(LifeCycle, LetsEachVerbDoInEachStatusWhatTheTableSaysAndNothingElse) {
  std::size_t cells = 0;
  for (const auto& [from, row] : kLife) {
    for (const auto& [verb, word] : kVerbs) {
      const auto to = StatusAfter(DebtStatusNamed(from).value(), verb);
      const std::string told = to.has_value() ? std::string(NameOf(*to)) : "";
      EXPECT_EQ(told, row.contains(word) ? row.at(word) : "") << from << ", " << word;
      ++cells;
    }
  }
  EXPECT_EQ(cells, 11U * 12U);
}

// 365.00 at 5 % bear 0.05 a day from the last day of January on.
TestLedger ALedger(DebtStatus status = DebtStatus::kActive) {
  TestLedger ledger(APlacementBearing(WithInterest(), Owing(36'500).owed));
  Debt debt = ledger.debt();
  debt.status = status;
  ledger.SetDebt(debt);
  ledger.SetToday(Day(2026, 3, 10));
  return ledger;
}

// A ledger after a verb, as it would be stored.
TestLedger After(const TestLedger& before, const absl::StatusOr<Posted>& posted) {
  TestLedger after = before;
  EXPECT_THAT(posted, IsOk());
  EXPECT_THAT(after.Keep(posted), IsOk());
  EXPECT_THAT(RestoreDebt(after.debt()), IsOk());
  EXPECT_THAT(after.Findings(), IsEmpty());
  EXPECT_GT(after.debt().updated_time, before.debt().updated_time);
  return after;
}

absl::StatusOr<Posted> Close(TestLedger& ledger, CloseCode code = CloseCode::kTimeBarred) {
  return StopCollecting(ledger.debt(), {code, Secret("see the file")}, ledger.journal(),
                        ledger.NextStamp(), ledger.NextIds());
}

absl::StatusOr<Posted> RecallIt(TestLedger& ledger, const Recall& recall = {}) {
  return TakeBack(ledger.debt(), recall, ledger.journal(), ledger.NextStamp(), ledger.NextIds());
}

absl::StatusOr<Posted> DecideOn(TestLedger& ledger, Decision decision,
                                std::string_view reason = "decided") {
  return Decide(ledger.debt(), {decision, Secret(reason)}, ledger.journal(), ledger.NextStamp(),
                ledger.NextIds());
}

absl::StatusOr<Posted> Reopen(TestLedger& ledger, std::string_view reason = "a mistake") {
  return BringBack(ledger.debt(), Secret(reason), ledger.journal(), ledger.NextStamp(),
                   ledger.NextIds());
}

TEST(StopCollecting, PostsTheInterestUpToTodayAndNoneAfterIt) {
  TestLedger ledger = ALedger();
  TestLedger closed = After(ledger, Close(ledger));
  EXPECT_EQ(closed.debt().status, DebtStatus::kClosed);
  EXPECT_EQ(closed.debt().close_code, CloseCode::kTimeBarred);
  EXPECT_EQ(closed.debt().status_reason, Secret("see the file"));
  EXPECT_EQ(closed.debt().left_date, Day(2026, 3, 10));
  EXPECT_EQ(closed.balance(), 36'500 + 38 * 5);
  ASSERT_THAT(closed.PostInterestThrough(Day(2026, 8, 31)), IsOk());
  EXPECT_EQ(closed.balance(), 36'500 + 38 * 5);
}

TEST(StopCollecting, IsForOpenDebtsAlone) {
  for (const char* status : {"RECEIVED", "PAID", "SETTLED", "RETURNED", "WRITTEN_OFF", "CLOSED"}) {
    TestLedger ledger = ALedger(DebtStatusNamed(status).value());
    EXPECT_THAT(Close(ledger), IsRefused(Reason::kDebtNotOpen)) << status;
    EXPECT_THAT(RecallIt(ledger), IsRefused(Reason::kDebtNotOpen)) << status;
  }
}

TEST(ClosedDebts, TakeMoneyThatComesAllTheSame) {
  TestLedger ledger = ALedger();
  TestLedger closed = After(ledger, Close(ledger));
  closed.SetToday(Day(2026, 5, 1));
  ASSERT_THAT(closed.Post({Payment(1, Day(2026, 5, 1), 40'000)}), IsOk());
  EXPECT_EQ(closed.debt().status, DebtStatus::kClosed);
  EXPECT_EQ(closed.debt().position.credit, 40'000 - 36'500 - 38 * 5);
  EXPECT_THAT(RestoreDebt(closed.debt()), IsOk());
  EXPECT_THAT(closed.Findings(), IsEmpty());
}

TEST(TakeBack, IsBlockedByWhatIsNotDoneUnlessItIsForcedWithAReason) {
  TestLedger ledger = ALedger(DebtStatus::kOnPlan);
  Recall recall{
      .open = {.payment_in_flight = true, .dispute_open = true}, .force = {}, .reason = {}};
  const auto refused = RecallIt(ledger, recall);
  EXPECT_THAT(refused, IsRefused(Reason::kRecallBlocked));
  EXPECT_EQ(MetadataOf(refused.status()).at("blocked_by"),
            "PAYMENT_IN_FLIGHT,PLAN_ACTIVE,DISPUTE_OPEN");
  recall.force = true;
  EXPECT_THAT(RecallIt(ledger, recall), IsRefused(Reason::kFieldInvalid));
  recall.reason = Secret("the creditor insists");
  const TestLedger recalled = After(ledger, RecallIt(ledger, recall));
  EXPECT_EQ(recalled.debt().status, DebtStatus::kRecalled);
  EXPECT_EQ(recalled.debt().left_date, Day(2026, 3, 10));
}

TEST(TakeBack, NeedsNoReasonWhereNothingBlocksIt) {
  TestLedger ledger = ALedger();
  EXPECT_EQ(After(ledger, RecallIt(ledger)).debt().status, DebtStatus::kRecalled);
}

TEST(Decide, ResumesReturnsOrWritesOffWhatWaitsForIt) {
  TestLedger ledger = ALedger();
  Debt waiting = AwaitDecision(ledger.debt(), ledger.now()).value();
  EXPECT_EQ(waiting.status, DebtStatus::kAwaitingDecision);
  EXPECT_THAT(AwaitDecision(waiting, ledger.now()), IsRefused(Reason::kDebtNotOpen));
  ledger.SetDebt(waiting);
  EXPECT_EQ(After(ledger, DecideOn(ledger, Decision::kResume)).debt().status, DebtStatus::kActive);
  const TestLedger returned = After(ledger, DecideOn(ledger, Decision::kReturn));
  EXPECT_EQ(returned.debt().status, DebtStatus::kReturned);
  EXPECT_EQ(returned.balance(), 36'500 + 38 * 5);
  const TestLedger written_off = After(ledger, DecideOn(ledger, Decision::kWriteOff));
  EXPECT_EQ(written_off.debt().status, DebtStatus::kWrittenOff);
  EXPECT_EQ(written_off.balance(), 0);
  EXPECT_EQ(written_off.debt().position.written_off, 36'500 + 38 * 5);
  EXPECT_THAT(DecideOn(ledger, Decision::kResume, ""), IsRefused(Reason::kFieldInvalid));
}

TEST(Decide, IsForDebtsThatWaitForItAlone) {
  TestLedger ledger = ALedger();
  EXPECT_THAT(DecideOn(ledger, Decision::kWriteOff), IsRefused(Reason::kDebtNotAwaitingDecision));
}

TEST(Decide, LeavesADebtOfWhichNothingIsOwedPaid) {
  TestLedger ledger = ALedger(DebtStatus::kAwaitingDecision);
  ledger.SetToday(Day(2026, 3, 10));
  ASSERT_THAT(ledger.Post({Payment(1, Day(2026, 3, 10), 36'500 + 38 * 5)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kAwaitingDecision);
  for (const Decision decision : {Decision::kResume, Decision::kWriteOff}) {
    EXPECT_EQ(After(ledger, DecideOn(ledger, decision)).debt().status, DebtStatus::kPaid);
  }
}

TEST(Decide, ToResumeADebtThatWasWrittenOffMeanwhileLeavesItSo) {
  TestLedger ledger = ALedger(DebtStatus::kAwaitingDecision);
  TestLedger partly = ledger;
  const std::int64_t all = 36'500 + 38 * 5;
  ASSERT_THAT(ledger.Post({WriteOff(1, Day(2026, 3, 10), all)}), IsOk());
  EXPECT_EQ(After(ledger, DecideOn(ledger, Decision::kResume)).debt().status,
            DebtStatus::kWrittenOff);
  EXPECT_EQ(After(ledger, DecideOn(ledger, Decision::kWriteOff)).debt().status,
            DebtStatus::kWrittenOff);
  ASSERT_THAT(partly.Post({WriteOff(1, Day(2026, 3, 10), 1'000)}), IsOk());
  ASSERT_THAT(partly.Post({Payment(2, Day(2026, 3, 10), all - 1'000)}), IsOk());
  EXPECT_EQ(After(partly, DecideOn(partly, Decision::kResume)).debt().status, DebtStatus::kPaid);
}

TEST(BringBack, LeavesTheDaysOnWhichTheDebtWasAwayWithoutInterest) {
  TestLedger ledger = ALedger();
  TestLedger closed = After(ledger, Close(ledger));
  closed.SetToday(Day(2026, 5, 10));
  TestLedger reopened = After(closed, Reopen(closed));
  EXPECT_EQ(reopened.debt().status, DebtStatus::kActive);
  EXPECT_EQ(reopened.debt().close_code, std::nullopt);
  EXPECT_EQ(reopened.debt().left_date, std::nullopt);
  EXPECT_THAT(reopened.debt().rules.freezes,
              ElementsAre(Period{Day(2026, 3, 11), Day(2026, 5, 10)}));
  ASSERT_THAT(reopened.PostInterestThrough(Day(2026, 5, 31)), IsOk());
  EXPECT_EQ(reopened.balance(), 36'500 + (38 + 21) * 5);
}

TEST(BringBack, OnTheSameDayIsAsIfNothingHadBeen) {
  TestLedger ledger = ALedger();
  TestLedger recalled = After(ledger, RecallIt(ledger));
  EXPECT_THAT(After(recalled, Reopen(recalled)).debt().rules.freezes, IsEmpty());
}

TEST(BringBack, OfADebtThatWasPaidMeanwhileIsPaid) {
  TestLedger ledger = ALedger();
  TestLedger closed = After(ledger, Close(ledger));
  ASSERT_THAT(closed.Post({Payment(1, Day(2026, 3, 10), 36'500 + 38 * 5)}), IsOk());
  EXPECT_EQ(After(closed, Reopen(closed)).debt().status, DebtStatus::kPaid);
}

TEST(BringBack, AsksAgainForWhatWasWrittenOff) {
  TestLedger ledger = ALedger(DebtStatus::kAwaitingDecision);
  TestLedger written_off = After(ledger, DecideOn(ledger, Decision::kWriteOff));
  const TestLedger reopened = After(written_off, Reopen(written_off));
  EXPECT_EQ(reopened.debt().status, DebtStatus::kActive);
  EXPECT_EQ(reopened.balance(), 36'500 + 38 * 5);
  EXPECT_EQ(reopened.debt().position.written_off, 0);
}

TEST(BringBack, IsNotForADebtThatIsOpenOrSimplyPaid) {
  TestLedger ledger = ALedger();
  EXPECT_THAT(Reopen(ledger), IsRefused(Reason::kDebtNotClosed));
  ASSERT_THAT(ledger.Post({Payment(1, Day(2026, 3, 10), 36'500 + 38 * 5)}), IsOk());
  ASSERT_EQ(ledger.debt().status, DebtStatus::kPaid);
  EXPECT_THAT(Reopen(ledger), IsRefused(Reason::kDebtNotClosed));
  EXPECT_THAT(Reopen(ledger, ""), IsRefused(Reason::kFieldInvalid));
}

TEST(CloseCode, HasANameEach) {
  const std::vector<std::string> expected = {"DECEASED_NO_ESTATE", "INSOLVENT", "UNTRACEABLE",
                                             "TIME_BARRED", "NOT_OWED"};
  for (std::size_t at = 0; at < expected.size(); ++at) {
    EXPECT_EQ(NameOf(static_cast<CloseCode>(at + 1)), expected[at]);
  }
}

}  // namespace
}  // namespace parley
