// SPDX-License-Identifier: Apache-2.0
// Interest posted, and posted anew when a backdated payment or other rules change it. 365.00 bear
// 0.05 a day since 31 January.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "domain/debt/accrual.h"
#include "domain/debt/debt.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr std::int64_t kFive = 500'000'000;
constexpr std::int64_t kTen = 1'000'000'000;
constexpr Day kFebruaryEnd = Day(2026, 2, 28);
constexpr Day kMarchEnd = Day(2026, 3, 31);

using Told = std::tuple<std::string, Day, std::int64_t>;  // Kind, value date, change of interest.

TestLedger Bearing(const LedgerRules& rules = WithInterest(), std::int64_t principal = 36'500) {
  return TestLedger(APlacementBearing(rules, InBuckets({{kPrincipal, principal}})));
}

std::int64_t InterestIn(const Entry& entry) { return EffectOf(entry.postings).owed[kInterest]; }

// The entries from number `first` on.
std::vector<Told> EntriesFrom(const TestLedger& ledger, std::int64_t first) {
  std::vector<Told> told;
  for (const Entry& entry : ledger.journal()) {
    if (entry.number < first) continue;
    told.emplace_back(NameOf(entry.kind), entry.value_date, InterestIn(entry));
  }
  return told;
}

LedgerRules WithFreeze(Day from, Day to) {
  LedgerRules rules = WithInterest();
  rules.freezes = {{from, to}};
  return rules;
}

// Ten percent from 11 March on, by a second version of the rule.
LedgerRules WithTenPercentInMarch() {
  LedgerRules rules = WithInterest();
  rules.interest->rates.push_back({Day(2026, 3, 11), kTen});
  rules.interest->version = 2;
  return rules;
}

TEST(PostInterest, PostsNothingOnARejectedDebt) {
  TestLedger ledger = Bearing();
  Debt rejected = ledger.debt();
  rejected.status = DebtStatus::kRejected;
  ledger.SetDebt(rejected);
  EXPECT_THAT(ledger.PostInterestThrough(kMarchEnd), IsRefused(Reason::kDebtClosedToEntries));
  EXPECT_THAT(ledger.Change(WithTenPercentInMarch()), IsRefused(Reason::kDebtClosedToEntries));
}

TEST(PostInterest, PostsNothingOnADebtThatIsNoLongerOurs) {
  for (const DebtStatus status :
       {DebtStatus::kRecalled, DebtStatus::kReturned, DebtStatus::kClosed}) {
    TestLedger ledger = Bearing();
    Debt left = ledger.debt();
    left.status = status;
    ledger.SetDebt(left);
    ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
    EXPECT_EQ(ledger.debt(), left) << NameOf(status);
  }
}

TEST(PostInterest, ChangesNothingButHowFarItIsPostedWhenThereIsNothingToPost) {
  TestLedger ledger = Bearing(WithFreeze(TestLedger::kOpened, Day(2026, 12, 31)));
  Debt expected = ledger.debt();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  expected.interest->posted_through = kMarchEnd;
  EXPECT_EQ(ledger.debt(), expected);
  EXPECT_EQ(ledger.journal().size(), 1U);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostInterest, PostsTheCapWhateverWouldHaveAccrued) {
  LedgerRules rules = WithInterest();
  rules.interest->rates.front().units = kHighestRate;
  rules.interest->cap = 500;
  TestLedger ledger = Bearing(rules, kLargestBalance / 10);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2029, 1, 31)), IsOk());
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 11, 1), 600)}), IsOk());
  EXPECT_EQ(ledger.debt().position.owed[kInterest], 0);
  EXPECT_EQ(ledger.debt().position.owed[kPrincipal], kLargestBalance / 10 - 100);
  EXPECT_EQ(AccruedAsOf(ledger.journal(), rules, Day(2029, 1, 31)).value(), 0);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

// What is never posted depends on nothing before the day of a payment.
TEST(NeedsJournal, IsFalseForLaterMoneyOfADebtWhoseInterestIsNeverPosted) {
  LedgerRules rules = WithInterest();
  rules.interest->posting = InterestPosting::kNever;
  TestLedger ledger = Bearing(rules);
  for (int month = 3; month <= 8; ++month) {
    const Fact payment = Payment(static_cast<std::uint64_t>(month), Day(2026, month, 10), 1'000);
    EXPECT_FALSE(NeedsJournal(ledger.debt(), {&payment, 1}));
    ASSERT_THAT(ledger.Post({payment}), IsOk());
  }
  EXPECT_EQ(ledger.debt().position, Owing(30'500));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostInterest, PostsALineAtEachMonthsEnd) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 4, 15)), IsOk());
  EXPECT_EQ(EntriesFrom(ledger, 2),
            (std::vector<Told>{{"INTEREST", kFebruaryEnd, 140}, {"INTEREST", kMarchEnd, 155}}));
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 36'500}, {kInterest, 295}}));
  const Entry& line = ledger.entry(3);
  EXPECT_EQ(line.number, 3);
  EXPECT_EQ(line.amount, 155);
  EXPECT_EQ(line.booked_time, ledger.now());
  EXPECT_EQ(line.actor, "agent-1");
  EXPECT_TRUE(line.external_ref.empty());
  EXPECT_TRUE(line.linked.IsNil());
  EXPECT_FALSE(line.id.IsNil());
  EXPECT_EQ(line.postings,
            (std::vector<Posting>{{Account::kInterest, 155}, {Account::kInterestEarned, -155}}));
  EXPECT_EQ(ledger.debt().last_value_date, kMarchEnd);
  EXPECT_EQ(ledger.debt().entry_count, 3);
  EXPECT_EQ(ledger.debt().updated_time, ledger.now());
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostInterest, PostsOnceAMonthWhateverIsAskedAgain) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  for (const Day day : {kMarchEnd, kFebruaryEnd, TestLedger::kOpened, Day(2026, 4, 29)}) {
    ASSERT_THAT(ledger.PostInterestThrough(day), IsOk());
    EXPECT_EQ(ledger.journal().size(), 3U) << day;
  }
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostInterest, PostsTheSameInOneJobAsInMany) {
  TestLedger at_once = Bearing(WithInterest(), 12'345);
  ASSERT_THAT(at_once.PostInterestThrough(Day(2026, 12, 31)), IsOk());
  TestLedger monthly = Bearing(WithInterest(), 12'345);
  for (int month = 1; month <= 12; ++month) {
    ASSERT_THAT(monthly.PostInterestThrough(MonthEnd(Day(2026, month, 1))), IsOk());
  }
  EXPECT_EQ(EntriesFrom(monthly, 1), EntriesFrom(at_once, 1));
  EXPECT_EQ(StandingOf(monthly.debt()), StandingOf(at_once.debt()));
}

// A charge is told by the journal alone; without one the debt's own standing is enough.
TEST(PostInterest, ComesToTheSameOnTopAsInPlace) {
  TestLedger ledger = Bearing();
  EXPECT_FALSE(NeedsJournalForInterest(ledger.debt()));
  ASSERT_THAT(ledger.PostInterestThrough(kFebruaryEnd), IsOk());
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 3, 10), 7'300)}), IsOk());
  EXPECT_TRUE(NeedsJournalForInterest(ledger.debt()));
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  EXPECT_FALSE(NeedsJournalForInterest(ledger.debt()));
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 4, 30)), IsOk());
  EXPECT_EQ(EntriesFrom(ledger, 2), (std::vector<Told>{{"INTEREST", kFebruaryEnd, 28 * 5},
                                                       {"CHARGE", Day(2026, 3, 10), 0},
                                                       {"INTEREST", kMarchEnd, 10 * 5 + 21 * 6},
                                                       {"INTEREST", Day(2026, 4, 30), 30 * 6}}));
  const auto replay = Replay(ledger.journal(), ledger.debt().rules, Day(2026, 4, 30));
  ASSERT_THAT(replay, IsOk());
  EXPECT_EQ(replay->standing(), StandingOf(ledger.debt()));
  for (const std::size_t at : {1U, 3U, 4U}) {
    EXPECT_EQ(ledger.journal()[at].interest, replay->DetailOf(replay->lines()[at]));
  }
}

TEST(PostInterest, IsNothingForADebtThatBearsNone) {
  TestLedger ledger(InBuckets({{kPrincipal, 36'500}}));
  ASSERT_THAT(ledger.PostInterestThrough(Day(2030, 1, 1)), IsOk());
  EXPECT_EQ(ledger.journal().size(), 1U);
}

TEST(PostInterest, JudgesNothingByAJournalThatIsNotTheWholeOne) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 10), 7'300)}), IsOk());
  ASSERT_TRUE(NeedsJournalForInterest(ledger.debt()));
  EXPECT_THAT(PostInterest(ledger.debt(), kFebruaryEnd, {}, ledger.NextStamp(), ledger.NextIds()),
              IsRefused(Reason::kRecordCorrupt));
}

// 29.20 bear 0.4 of a cent a day: 11.2 of February are posted as 11, and 12.4 of March with the 0.2
// that were left over as 13, because 23.6 in all are 24.
TEST(PostInterest, TellsPiecesWhoseSumWithWhatIsCarriedIsTheAmount) {
  TestLedger ledger = Bearing(WithInterest(), 2'920);
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  const InterestDetail february = {
      .rule = "statutory",
      .version = 1,
      .basis = "section 9 of the invented contract",
      .day_count = DayCount::kAct365F,
      .pieces = {{TestLedger::kOpened, kFebruaryEnd, 2'920, kFive, {28, 0}}},
      .carried_millionths = 0,
      .topped_up = 0};
  InterestDetail march = february;
  march.pieces = {{kFebruaryEnd, kMarchEnd, 2'920, kFive, {31, 0}}};
  march.carried_millionths = 200'000;
  EXPECT_EQ(ledger.entry(2).amount, 11);
  EXPECT_EQ(ledger.entry(2).interest, february);
  EXPECT_EQ(ledger.entry(3).amount, 13);
  EXPECT_EQ(ledger.entry(3).interest, march);
}

TEST(PostInterest, TellsWhatWasToppedUpToReachTheLeastForAMonth) {
  LedgerRules rules = WithInterest();
  rules.interest->monthly_minimum = 150;
  TestLedger ledger = Bearing(rules);
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  EXPECT_EQ(ledger.entry(2).amount, 150);
  EXPECT_EQ(ledger.entry(2).interest->topped_up, 10);
  EXPECT_EQ(ledger.entry(3).amount, 155);
  EXPECT_EQ(ledger.entry(3).interest->topped_up, 0);
}

TEST(BackdatedPayment, ChangesInterestFromItsValueDateByLinkedCorrections) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  const std::vector<Entry> before = ledger.journal();
  // On 10 February 0.50 of interest are due; the rest lowers the principal to 292.00, which bear
  // 0.04 a day: 0.72 to the end of February and 1.24 in March.
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 7'350)}), IsOk());
  EXPECT_EQ(EntriesFrom(ledger, 4), (std::vector<Told>{{"INTEREST", Day(2026, 2, 10), 50},
                                                       {"PAYMENT", Day(2026, 2, 10), -50},
                                                       {"CORRECTION", kFebruaryEnd, 72 - 140},
                                                       {"CORRECTION", kMarchEnd, 124 - 155}}));
  EXPECT_EQ(ledger.entry(6).linked, before[1].id);
  EXPECT_EQ(ledger.entry(7).linked, before[2].id);
  EXPECT_EQ(ledger.entry(6).postings,
            (std::vector<Posting>{{Account::kInterest, -68}, {Account::kInterestEarned, 68}}));
  ASSERT_TRUE(ledger.entry(6).interest.has_value());
  EXPECT_EQ(ledger.entry(6).interest->pieces,
            (std::vector<InterestPiece>{{Day(2026, 2, 10), kFebruaryEnd, 29'200, kFive, {18, 0}}}))
      << "a correction tells how the line is now";
  for (std::size_t at = 0; at < before.size(); ++at) EXPECT_EQ(ledger.journal()[at], before[at]);
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 29'200}, {kInterest, 72 + 124}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 10)), Owing(29'200));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(BackdatedPayment, LeavesInterestBeforeItsValueDateAlone) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  // On 11 March 1.40 of February and 0.55 of March are due.
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 11), 195 + 7'300)}), IsOk());
  EXPECT_EQ(EntriesFrom(ledger, 4), (std::vector<Told>{{"INTEREST", Day(2026, 3, 11), 55},
                                                       {"PAYMENT", Day(2026, 3, 11), -195},
                                                       {"CORRECTION", kMarchEnd, 80 - 155}}));
}

TEST(BackdatedPayment, ThatIsReversedBringsTheInterestBack) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 7'350)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 36'500}, {kInterest, 295}}));
  EXPECT_EQ(ledger.AsOf(kFebruaryEnd), At({{kPrincipal, 36'500}, {kInterest, 140}}));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(BackdatedPayment, ThatClosesTheDebtTakesAllLaterInterestBack) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 36'550)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Position{});
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  EXPECT_EQ(ledger.corrections().size(), 2U);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, PostsTheDifferenceOfABackdatedRateAsALinkedCorrection) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  const std::vector<Entry> before = ledger.journal();
  ASSERT_THAT(ledger.Change(WithTenPercentInMarch()), IsOk());
  // Ten days of 5 and twenty-one of 10.
  ASSERT_EQ(EntriesFrom(ledger, 4), (std::vector<Told>{{"CORRECTION", kMarchEnd, 260 - 155}}));
  for (std::size_t at = 0; at < before.size(); ++at) EXPECT_EQ(ledger.journal()[at], before[at]);
  const Entry& correction = ledger.entry(4);
  EXPECT_EQ(correction.linked, before[2].id);
  EXPECT_EQ(correction.booked_time, ledger.now());
  EXPECT_EQ(correction.postings,
            (std::vector<Posting>{{Account::kInterest, 105}, {Account::kInterestEarned, -105}}));
  ASSERT_TRUE(correction.interest.has_value());
  EXPECT_EQ(correction.interest->version, 2);
  EXPECT_EQ(correction.interest->pieces,
            (std::vector<InterestPiece>{{kFebruaryEnd, Day(2026, 3, 10), 36'500, kFive, {10, 0}},
                                        {Day(2026, 3, 10), kMarchEnd, 36'500, kTen, {21, 0}}}));
  EXPECT_EQ(ledger.debt().rules, WithTenPercentInMarch());
  EXPECT_EQ(ledger.AsOf(kMarchEnd, correction.booked_time - absl::Microseconds(1)),
            At({{kPrincipal, 36'500}, {kInterest, 295}}))
      << "what was known before stays told";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, TakesBackTheInterestOfABackdatedFreezeAndFreesWhatPaidIt) {
  TestLedger ledger = Bearing();
  // On 31 March 2.95 are due, and 7.05 of the payment reach the principal.
  ASSERT_THAT(ledger.Post({Payment(2, kMarchEnd, 1'000)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(36'500 - 705));
  ASSERT_THAT(ledger.Change(WithFreeze(Day(2026, 2, 10), Day(2026, 2, 20))), IsOk());
  // Eleven days less: 0.55 of the payment are principal now.
  EXPECT_EQ(ledger.debt().position, Owing(36'500 - 760));
  EXPECT_EQ(ledger.AsOf(kFebruaryEnd), At({{kPrincipal, 36'500}, {kInterest, 85}}));
  ASSERT_EQ(ledger.corrections().size(), 2U);
  EXPECT_EQ(InterestIn(*ledger.corrections()[0]), -55);
  EXPECT_EQ(ledger.corrections()[1]->linked, E(2));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, TakesAllBackWhenInterestIsNotToBePosted) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  LedgerRules never = WithInterest();
  never.interest->posting = InterestPosting::kNever;
  ASSERT_THAT(ledger.Change(never), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(36'500));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  ASSERT_THAT(ledger.Change(WithInterest()), IsOk());
  ASSERT_THAT(ledger.PostInterestThrough(kMarchEnd), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 36'500}, {kInterest, 295}}));
  EXPECT_EQ(ledger.OfKind(EntryKind::kInterest).size(), 2U) << "the lines are corrected back";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, GivesInterestToADebtThatBoreNoneAndTakesItAgain) {
  TestLedger ledger(InBuckets({{kPrincipal, 36'500}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 490)}), IsOk());
  ASSERT_THAT(ledger.Change(WithInterest()), IsOk());
  // 1.40 of February and 0.50 of March were due before the payment.
  EXPECT_EQ(ledger.debt().position, Owing(36'200));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  ASSERT_THAT(ledger.Change(LedgerRules{}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(36'010));
  EXPECT_EQ(ledger.debt().interest, std::nullopt);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, ToTheSameRulesPostsNothing) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 490)}), IsOk());
  Debt expected = ledger.debt();
  ASSERT_THAT(ledger.Change(ledger.debt().rules), IsOk());
  expected.updated_time = ledger.now();
  EXPECT_EQ(ledger.debt(), expected);
}

TEST(ChangeRules, AppliesANewOrderToWhatIsPostedFromNowOn) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {Bucket::kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 10)}), IsOk());
  LedgerRules rules;
  rules.order = {kPrincipal, kInterest, Bucket::kFees, Bucket::kCosts, Bucket::kPenalty};
  ASSERT_THAT(ledger.Change(rules), IsOk());
  EXPECT_THAT(ledger.corrections(), IsEmpty());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 11), 10)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 90}, {Bucket::kFees, 10}}));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(ChangeRules, JudgesNothingByAJournalThatIsNotTheWholeOne) {
  TestLedger ledger = Bearing();
  EXPECT_THAT(
      ChangeRules(ledger.debt(), WithTenPercentInMarch(), {}, ledger.NextStamp(), ledger.NextIds()),
      IsRefused(Reason::kRecordCorrupt));
}

TEST(PostReversal, RefusesALineOfInterest) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(kFebruaryEnd), IsOk());
  EXPECT_THAT(ledger.Undo({.id = E(9), .reverses = ledger.entry(2).id}),
              IsRefused(Reason::kInterestNotReversible));
}

}  // namespace
}  // namespace parley
