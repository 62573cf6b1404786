// SPDX-License-Identifier: Apache-2.0
// Entries undone: on their own day or later, once, and only entries that stand for a fact.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "domain/debt/debt.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kFees = Bucket::kFees;
constexpr Day kPaid = Day(2026, 3, 10);

// A payment of 50 on 10 March, which paid 20 of fees and 30 of principal.
TestLedger WithAPayment() {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_TRUE(ledger.Post({Payment(2, kPaid, 50)}).ok());
  return ledger;
}

TEST(PostReversal, PutsBackWhatThePaymentPaidOnItsOwnDay) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.AsOf(kPaid), At({{kPrincipal, 100}, {kFees, 20}})) << "as if it never came";
  EXPECT_EQ(ledger.AsOf(kPaid, ledger.entry(3).booked_time - absl::Microseconds(1)), Owing(70))
      << "what was known before stays told";
}

TEST(PostReversal, CountsFromALaterDayWhenOneIsGiven) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 20)), IsOk());
  EXPECT_EQ(ledger.AsOf(kPaid), Owing(70));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 19)), Owing(70));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 20)), At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.debt().last_value_date, Day(2026, 3, 20));
}

TEST(PostReversal, IsAnEntryThatLinksToWhatItReverses) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Undo({.id = E(9),
                           .reverses = E(2),
                           .external_ref = "RETURN-1",
                           .value_date = Day(2026, 3, 20),
                           .reason = Secret("returned by the invented bank"),
                           .content = NumberedFingerprint(8)}),
              IsOk());
  const Entry& entry = ledger.entry(3);
  EXPECT_EQ(entry.id, E(9));
  EXPECT_EQ(entry.number, 3);
  EXPECT_EQ(entry.kind, EntryKind::kReversal);
  EXPECT_EQ(entry.linked, E(2));
  EXPECT_EQ(entry.amount, 50);
  EXPECT_EQ(entry.bucket, std::nullopt);
  EXPECT_EQ(entry.external_ref, "RETURN-1");
  EXPECT_EQ(entry.value_date, Day(2026, 3, 20));
  EXPECT_EQ(entry.booked_time, ledger.now());
  EXPECT_EQ(entry.reason.Reveal(), "returned by the invented bank");
  EXPECT_EQ(entry.actor, "agent-1");
  EXPECT_EQ(entry.content, NumberedFingerprint(8));
  EXPECT_EQ(entry.postings,
            (std::vector<Posting>{
                {Account::kPrincipal, 30}, {Account::kFees, 20}, {Account::kPayments, -50}}));
  EXPECT_EQ(ledger.debt().entry_count, 3);
  EXPECT_EQ(ledger.debt().updated_time, ledger.now());
}

TEST(PostReversal, KeepsTheBucketThatTheReversedFactNamed) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Charge(2, kPaid, 5, kFees)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.entry(3).bucket, kFees);
}

TEST(PostReversal, OfAChargeThatWasPaidLeavesCredit) {
  TestLedger ledger(InBuckets({{kPrincipal, 10}}));
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 1), 30, kFees), Payment(3, kPaid, 40)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, kPaid), IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(30));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
}

TEST(PostReversal, OfAChargeOnItsOwnDayMovesThePaymentToWhatElseIsOwed) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 1), 30, kFees), Payment(3, kPaid, 40)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(90));
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(60));
  ASSERT_EQ(ledger.corrections().size(), 1U);
  EXPECT_EQ(ledger.corrections().front()->linked, E(3));
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 1)), Owing(100));
}

TEST(PostReversal, OfAnOverpaymentWhoseCreditWasUsedOwesPrincipal) {
  TestLedger ledger(InBuckets({{kFees, 10}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 1), 40), Charge(3, kPaid, 30, kFees)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Position{});
  ASSERT_THAT(ledger.Reverse(2, kPaid), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kFees, 10}, {kPrincipal, 30}}));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(PostReversal, UndoesTheAllocationAsALaterFactCorrectedIt) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 20)), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 19)), Owing(100));
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kFees, 50}}));
}

TEST(PostReversal, IsItselfCorrectedByABackdatedFact) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 20)), IsOk());
  ASSERT_THAT(ledger.Post({Charge(4, Day(2026, 2, 15), 30, kFees)}), IsOk());
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 19)), Owing(100));
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kFees, 50}}));
  EXPECT_EQ(ledger.corrections().size(), 2U) << "of the payment and of its reversal";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostReversal, MakesAPaidDebtActiveAgainAndAnOwingOnePaid) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, kPaid, 100)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);

  TestLedger empty((Buckets()));
  ASSERT_THAT(empty.Post({Charge(2, kPaid, 100)}), IsOk());
  EXPECT_EQ(empty.debt().status, DebtStatus::kActive);
  ASSERT_THAT(empty.Reverse(2), IsOk());
  EXPECT_EQ(empty.debt().status, DebtStatus::kPaid);
}

TEST(PostReversal, RefusesAnUnknownEntry) {
  TestLedger ledger = WithAPayment();
  EXPECT_THAT(ledger.Reverse(77), IsRefused(Reason::kEntryNotFound));
}

TEST(PostReversal, RefusesAReversal) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Undo({.id = E(3), .reverses = E(2)}), IsOk());
  EXPECT_THAT(ledger.Reverse(3), IsRefused(Reason::kReversalNotReversible));
}

TEST(PostReversal, RefusesASecondOne) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_THAT(ledger.Reverse(2), IsRefused(Reason::kEntryAlreadyReversed));
  EXPECT_EQ(ledger.journal().size(), 3U);
}

TEST(PostReversal, OfACorrectedEntryIsNoSecondOne) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  ASSERT_EQ(ledger.corrections().front()->linked, E(2));
  EXPECT_THAT(ledger.Reverse(2), IsOk());
}

TEST(PostReversal, RefusesTheOpening) {
  TestLedger ledger = WithAPayment();
  EXPECT_THAT(ledger.Undo({.id = E(9), .reverses = ledger.entry(1).id}),
              IsRefused(Reason::kOpeningNotReversible));
}

TEST(PostReversal, RefusesACorrection) {
  TestLedger ledger = WithAPayment();
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  EXPECT_THAT(ledger.Undo({.id = E(9), .reverses = ledger.corrections().front()->id}),
              IsRefused(Reason::kCorrectionNotReversible));
}

TEST(PostReversal, RefusesADayInTheFutureOrBeforeTheReversedEntry) {
  TestLedger ledger = WithAPayment();
  const absl::Status future = ledger.Reverse(2, TestToday() + 1);
  EXPECT_THAT(future, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(ViolationsOf(future), (std::vector<Violation>{{"value_date", Fault::kDateInFuture}}));
  const absl::Status early = ledger.Reverse(2, kPaid - 1);
  EXPECT_THAT(early, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(ViolationsOf(early), (std::vector<Violation>{{"value_date", Fault::kDateOrder}}));
  EXPECT_THAT(ledger.Reverse(2, TestToday()), IsOk());
}

TEST(PostReversal, TakesTheReversedEntrysOwnDay) {
  TestLedger ledger = WithAPayment();
  EXPECT_THAT(ledger.Reverse(2, kPaid), IsOk());
}

// The interest of that day is posted for the payment, after the reversal: replaying keeps the turn.
TEST(PostReversal, ComesBeforeTheInterestOfAPaymentOfTheSameDay) {
  constexpr Day kReversed = Day(2026, 3, 20);
  TestLedger ledger(APlacementBearing(WithInterest(), InBuckets({{kPrincipal, 36'500}})));
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 15), 8, Bucket::kInterest)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, kPaid, 1'000)}), IsOk());
  ASSERT_EQ(ledger.debt().position.owed[Bucket::kInterest], 0);
  ASSERT_THAT(ledger.Reverse(2, kReversed), IsOk());
  ASSERT_THAT(ledger.Post({Charge(4, kReversed + 5, 1)}), IsOk());
  const std::int64_t before = ledger.debt().position.owed[kPrincipal];
  ASSERT_THAT(ledger.Post({Payment(5, kReversed, 1)}), IsOk());
  EXPECT_EQ(ledger.debt().position.owed[kPrincipal], before);
  EXPECT_GT(ledger.debt().position.owed[Bucket::kInterest], 0);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostReversal, RefusesABalanceThatTheLedgerCannotHold) {
  TestLedger ledger(InBuckets({{kPrincipal, kLargestBalance}}));
  ASSERT_THAT(ledger.Post({Payment(2, kPaid, 5), Charge(3, kPaid, 5)}), IsOk());
  EXPECT_THAT(ledger.Reverse(2), IsRefused(Reason::kBalanceOutOfRange));
}

}  // namespace
}  // namespace parley
