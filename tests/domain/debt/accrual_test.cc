// SPDX-License-Identifier: Apache-2.0
// Interest that is shown beside the balance. 365.00 bear 0.05 a day since 31 January.
#include "domain/debt/accrual.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;

TestLedger Bearing(InterestTerms terms = FivePercent(), std::int64_t principal = 36'500) {
  return TestLedger(
      APlacementBearing(WithInterest(std::move(terms)), InBuckets({{kPrincipal, principal}})));
}

std::int64_t Accrued(const TestLedger& ledger, Day as_of,
                     absl::Time known_at = absl::InfiniteFuture()) {
  return AccruedAsOf(ledger.journal(), ledger.debt().rules, as_of, known_at).value();
}

TEST(AccruedAsOf, IsNothingWithoutInterest) {
  const TestLedger ledger(InBuckets({{kPrincipal, 36'500}}));
  EXPECT_EQ(Accrued(ledger, Day(2030, 1, 1)), 0);
}

TEST(AccruedAsOf, CountsEachDayAfterTheFirst) {
  const TestLedger ledger = Bearing();
  EXPECT_EQ(Accrued(ledger, Day(2026, 1, 1)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 1, 31)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 1)), 5);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 38 * 5);
}

TEST(AccruedAsOf, LeavesOutWhatIsPosted) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 27)), 27 * 5) << "the posting counts from its day";
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 28)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 50);
}

TEST(AccruedAsOf, TellsWhatWasKnown) {
  TestLedger ledger = Bearing();
  const absl::Time placed = ledger.now();
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  const absl::Time posted = ledger.now();
  // 73.00 of principal are gone since 20 February, and 1.00 pays the interest of 20 days.
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 20), 7'300 + 100)}), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10), placed - absl::Microseconds(1)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10), placed), 38 * 5);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10), posted), 50);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 40);
}

TEST(AccruedAsOf, DoesNotMindTheOrderOfEntries) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 20), 100)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 20), 7'300 + 100)}), IsOk());
  std::vector<Entry> reversed = ledger.journal();
  std::reverse(reversed.begin(), reversed.end());
  for (Day day = TestLedger::kOpened; day < Day(2026, 5, 1); ++day) {
    EXPECT_THAT(AccruedAsOf(reversed, ledger.debt().rules, day), IsOkAnd(Accrued(ledger, day)));
  }
}

TEST(AccruedAsOf, IsTheExactTotalRoundedHalfToEvenLessWhatIsPosted) {
  // 36.50 bear half a cent a day.
  TestLedger ledger = Bearing(FivePercent(), 3'650);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 1)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 2)), 1);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 3)), 2);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 4)), 2);
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 3), 2)}), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 4)), 0) << "1.5 was posted as 2, so the total is 2 still";
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 6)), 1);
}

TEST(AccruedAsOf, StopsAtTheCap) {
  InterestTerms terms = FivePercent();
  terms.cap = 150;
  TestLedger ledger = Bearing(terms);
  EXPECT_EQ(Accrued(ledger, Day(2027, 1, 1)), 150);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 1)), 5);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 2)), 10);
  EXPECT_EQ(Accrued(ledger, Day(2027, 1, 1)), 10);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 3, 31)), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2027, 1, 1)), 0);
}

TEST(AccruedAsOf, IsNoLessForWhatWasPostedToReachTheLeastForAMonth) {
  InterestTerms terms = FivePercent();
  terms.monthly_minimum = 200;
  TestLedger ledger = Bearing(terms);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 28)).owed[Bucket::kInterest], 200);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 28)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 50);
}

TEST(AccruedAsOf, IsNoLessForTheLeastWhenABackdatedPaymentLeavesItsAmount) {
  InterestTerms terms = FivePercent();
  terms.monthly_minimum = 300;
  TestLedger ledger = Bearing(terms);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  // 50 are posted on 10 February and paid; 29,200 then bear 4 a day: 72 and 178 to reach 300.
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 7'350)}), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 28)).owed[Bucket::kInterest], 250);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 28)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 40);
  // More accrues in February then, 32 + 50, but no more is posted: the line stays as it is.
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 18), 7'300)}), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 28)).owed[Bucket::kInterest], 250);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 28)), 0);
  EXPECT_EQ(Accrued(ledger, Day(2026, 3, 10)), 50);
}

TEST(AccruedAsOf, GrowsOnWhenNothingIsEverPosted) {
  InterestTerms terms = FivePercent();
  terms.posting = InterestPosting::kNever;
  TestLedger ledger = Bearing(terms);
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 10), 7'300)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(29'200)) << "money finds no interest to pay";
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 28)), 10 * 5 + 18 * 4);
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 28), 29'200)}), IsOk());
  EXPECT_EQ(Accrued(ledger, Day(2027, 2, 28)), 10 * 5 + 18 * 4);
}

TEST(AccruedAsOf, StandsStillInAFreeze) {
  LedgerRules rules = WithInterest();
  rules.freezes = {{Day(2026, 2, 4), Day(2026, 2, 6)}, {Day(2026, 2, 6), Day(2026, 2, 8)}};
  const TestLedger ledger(APlacementBearing(rules, InBuckets({{kPrincipal, 36'500}})));
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 3)), 15);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 8)), 15);
  EXPECT_EQ(Accrued(ledger, Day(2026, 2, 9)), 20);
}

TEST(AccruedAsOf, RefusesWhatDoesNotFit) {
  InterestTerms terms = FivePercent();
  terms.rates.front().units = kHighestRate;
  const TestLedger ledger = Bearing(terms, kLargestBalance);
  EXPECT_THAT(AccruedAsOf(ledger.journal(), ledger.debt().rules, Day(2030, 1, 1)),
              IsRefused(Reason::kBalanceOutOfRange));
}

}  // namespace
}  // namespace parley
