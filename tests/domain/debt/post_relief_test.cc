// SPDX-License-Identifier: Apache-2.0
// Fees, waivers, write-offs and refunds: what they may take at most, and what they make of the
// debt's status.
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
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Bucket kFees = Bucket::kFees;
constexpr Day kDay = Day(2026, 2, 11);

// 365.00, which bear 0.05 a day: 0.55 are due on 11 February.
TestLedger Bearing() {
  return TestLedger(APlacementBearing(WithInterest(), InBuckets({{kPrincipal, 36'500}})));
}

// All of 1.20 is written off on 11 February.
TestLedger WrittenOff() {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_TRUE(ledger.Post({WriteOff(2, kDay, 120)}).ok());
  return ledger;
}

std::vector<Violation> Check(const Fact& fact) {
  Violations violations;
  CheckFact(fact, ADebt(), TestToday(), "entries[0]", violations);
  return violations.all();
}

TEST(CheckFact, TakesEachKindThatIsReported) {
  Fact fee = Fee(2, kDay, 1);
  fee.fee = FeeDetail{.rule = "r", .basis = {}, .cause_ref = "c"};
  EXPECT_THAT(Check(fee), IsEmpty());
  EXPECT_THAT(Check(Refund(2, kDay, 1)), IsEmpty());
  for (const std::optional<Bucket> bucket : {std::optional<Bucket>(), std::optional(kFees)}) {
    EXPECT_THAT(Check(Waiver(2, kDay, 1, bucket)), IsEmpty());
    EXPECT_THAT(Check(WriteOff(2, kDay, 1, bucket)), IsEmpty());
  }
}

TEST(CheckFact, RefusesAReportedLineOfInterest) {
  Fact fact = Payment(2, kDay, 1);
  fact.kind = EntryKind::kInterest;
  EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].kind", Fault::kUnknownValue}}));
}

TEST(CheckFact, RefusesAnOrderThatNothingFollows) {
  Fact fact = Payment(2, kDay, 1);
  fact.order = kDefaultAllocationOrder;
  EXPECT_THAT(Check(fact), IsEmpty());
  fact.kind = EntryKind::kCharge;
  const std::vector<Violation> refused = {{"entries[0].allocation_order", Fault::kUnknownValue}};
  EXPECT_EQ(Check(fact), refused);
  fact.kind = EntryKind::kRefund;
  EXPECT_EQ(Check(fact), refused);
}

TEST(PostFacts, RaisesTheFeesByAFee) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Fee(2, kDay, 15)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kFees, 15}}));
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(100));
}

TEST(PostFacts, FollowsThePayersInstructionOverTheDebtsOrder) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  Fact payment = Payment(2, kDay, 50);
  payment.order = {kPrincipal, kInterest, kFees, Bucket::kCosts, Bucket::kPenalty};
  ASSERT_THAT(ledger.Post({payment, Payment(3, kDay, 5)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 50}, {kFees, 15}}));
  EXPECT_EQ(ledger.entry(2).order, *payment.order);
  EXPECT_EQ(ledger.entry(3).order, kDefaultAllocationOrder);
}

TEST(PostFacts, RefusesAWaiverAboveItsBucket) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 21, kFees)}), IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 1, kInterest)}), IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 121)}), IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 20, kFees), Waiver(3, kDay, 1, kFees)}),
              IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_EQ(ledger.journal().size(), 1U) << "the whole batch or nothing";
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 20, kFees)}), IsOk());
  EXPECT_THAT(ledger.Post({Waiver(3, kDay, 100)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
}

TEST(PostFacts, JudgesAWaiverByWhatIsOwedOnItsValueDate) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 3, 1), 30)}), IsOk());
  EXPECT_THAT(ledger.Post({Waiver(3, Day(2026, 2, 28), 21, kFees)}),
              IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_THAT(ledger.Post({Waiver(3, Day(2026, 3, 1), 50, kFees)}), IsOk());
}

TEST(PostFacts, WaivesInterestThatIsDueOnTheDayOfTheWaiver) {
  TestLedger ledger = Bearing();
  EXPECT_THAT(ledger.Post({Waiver(2, kDay, 56, kInterest)}), IsRefused(Reason::kWaiverAboveBucket));
  ASSERT_THAT(ledger.Post({Waiver(2, kDay, 55, kInterest)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(36'500));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostFacts, LetsABackdatedFactLeaveAnEarlierWaiverAboveItsBucket) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Waiver(2, Day(2026, 3, 1), 20, kFees)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, kDay, 15)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(85)) << "what is left of it lowers what else is owed";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostFacts, RefusesAWriteOffAboveWhatIsOwed) {
  TestLedger ledger = Bearing();
  EXPECT_THAT(ledger.Post({WriteOff(2, kDay, 36'556)}), IsRefused(Reason::kWriteOffAboveBalance));
  EXPECT_THAT(ledger.Post({WriteOff(2, kDay, 36'556, kPrincipal)}),
              IsRefused(Reason::kWriteOffAboveBalance));
  ASSERT_THAT(ledger.Post({WriteOff(2, kDay, 36'555, kPrincipal)}), IsOk());
  EXPECT_EQ(Net(ledger.debt().position), 0);
  EXPECT_EQ(ledger.debt().position.written_off, 36'555);
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 12, 31)), IsOk());
  EXPECT_EQ(Net(ledger.debt().position), 0) << "what is written off bears no interest";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostFacts, RefusesARefundAboveWhatIsHeld) {
  TestLedger ledger(InBuckets({{kPrincipal, -30}}));
  EXPECT_THAT(ledger.Post({Refund(2, kDay, 31)}), IsRefused(Reason::kRefundAboveCredit));
  ASSERT_THAT(ledger.Post({Refund(2, kDay, 20)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(10));
  EXPECT_THAT(ledger.Post({Refund(3, kDay, 11)}), IsRefused(Reason::kRefundAboveCredit));
  EXPECT_THAT(ledger.Post({Refund(3, kDay, 10)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  TestLedger owing(InBuckets({{kPrincipal, 30}}));
  EXPECT_THAT(owing.Post({Refund(2, kDay, 1)}), IsRefused(Reason::kRefundAboveCredit));
}

TEST(PostFacts, OwesARefundWhosePaymentIsReturned) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, kDay, 130), Refund(3, kDay, 30)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 1)), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(130));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(StatusOfADebt, IsWrittenOffAfterAWriteOffThatClosesIt) {
  const TestLedger ledger = WrittenOff();
  EXPECT_EQ(ledger.debt().status, DebtStatus::kWrittenOff);
  EXPECT_EQ(ledger.debt().position.written_off, 120);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(StatusOfADebt, StaysActiveAfterAWriteOffOfAPart) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({WriteOff(2, kDay, 119)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  ASSERT_THAT(ledger.Post({Payment(3, kDay, 1)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid) << "a payment closed it";
}

TEST(StatusOfADebt, IsThatOfTheFactOfABatchThatClosesIt) {
  TestLedger paid(InBuckets({{kPrincipal, 120}}));
  ASSERT_THAT(paid.Post({WriteOff(2, kDay, 119), Payment(3, kDay, 1)}), IsOk());
  EXPECT_EQ(paid.debt().status, DebtStatus::kPaid);
  TestLedger written_off(InBuckets({{kPrincipal, 120}}));
  ASSERT_THAT(written_off.Post({Payment(2, kDay, 1), WriteOff(3, kDay, 119), Payment(4, kDay, 5)}),
              IsOk());
  EXPECT_EQ(written_off.debt().status, DebtStatus::kWrittenOff) << "it was closed by then";
}

TEST(StatusOfADebt, StaysWrittenOffUntilAllOfItCameInAfterAll) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 50)}), IsOk());
  EXPECT_EQ(ledger.debt().position.recovered, 50);
  EXPECT_EQ(ledger.debt().position.credit, 0);
  EXPECT_EQ(ledger.debt().status, DebtStatus::kWrittenOff);
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 3, 2), 80)}), IsOk());
  EXPECT_EQ(ledger.debt().position.recovered, 120);
  EXPECT_EQ(ledger.debt().position.credit, 10) << "more than was written off is held";
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Reverse(4), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kWrittenOff) << "as it was before that money";
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(StatusOfADebt, IsPaidWhenAReversedWriteOffLeavesNothingOwed) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 120)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 2)), IsOk());
  EXPECT_EQ(ledger.debt().position, Position{}) << "what recovered it pays it";
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
}

// Money that was under way when the debt was written off.
TEST(StatusOfADebt, IsPaidWhenBackdatedMoneyLeavesNothingToWriteOff) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, kDay - 1, 120)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Position{});
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  EXPECT_THAT(RestoreDebt(ledger.debt()), IsOk());
}

TEST(PostReversal, TakesNothingBackOfAWriteOffThatBackdatedMoneyBroughtToNothing) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, kDay - 1, 120)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_THAT(ledger.journal().back().postings, IsEmpty());
  EXPECT_THAT(ledger.Findings(), IsEmpty());
  // When that money is returned, the reversed write-off is written off no more.
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  EXPECT_EQ(ledger.balance(), 120);
  EXPECT_EQ(ledger.debt().position.written_off, 0);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(StatusOfADebt, IsActiveAgainWhenTheWriteOffIsReversed) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 50)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 2)), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(70)) << "20 of fees and 30 of principal came in";
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(StatusOfADebt, StaysWrittenOffWhenARecoveryIsReturned) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 50)}), IsOk());
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  EXPECT_EQ(ledger.debt().position, WrittenOff().debt().position);
  EXPECT_EQ(ledger.debt().status, DebtStatus::kWrittenOff);
}

TEST(StatusOfADebt, IsWrittenOffAgainWhenAChargeAfterItWasAMistake) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Charge(3, kDay, 50)}), IsOk());
  ASSERT_EQ(ledger.debt().status, DebtStatus::kActive);
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kWrittenOff);
  // A charge that is paid leaves it paid, and its payment's return asked for.
  ASSERT_THAT(ledger.Post({Charge(4, kDay, 50), Payment(5, kDay, 50)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Reverse(5), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(StatusOfADebt, IsActiveWhenMoreIsChargedAfterAWriteOff) {
  TestLedger ledger = WrittenOff();
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 3, 1), 5)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(StatusOfADebt, IsPaidWhenAWaiverClosesIt) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Waiver(2, kDay, 100)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(RestoreDebt, TakesADebtThatBearsInterestOrIsWrittenOff) {
  EXPECT_THAT(RestoreDebt(Bearing().debt()), IsOk());
  EXPECT_THAT(RestoreDebt(WrittenOff().debt()), IsOk());
}

TEST(RestoreDebt, RefusesInterestWithoutTermsAndTermsWithoutInterest) {
  Debt debt = Bearing().debt();
  debt.interest.reset();
  EXPECT_THAT(RestoreDebt(debt), IsRefused(Reason::kRecordCorrupt));
  debt = Bearing().debt();
  debt.rules.interest.reset();
  EXPECT_THAT(RestoreDebt(debt), IsRefused(Reason::kRecordCorrupt));
}

TEST(RestoreDebt, RefusesRulesAndInterestThatNoDebtHas) {
  const Debt sound = Bearing().debt();
  const auto refuses = [&](const auto& corrupt) {
    Debt debt = sound;
    corrupt(debt);
    EXPECT_THAT(RestoreDebt(debt), IsRefused(Reason::kRecordCorrupt));
  };
  refuses([](Debt& debt) { debt.rules.order.front() = debt.rules.order.back(); });
  refuses([](Debt& debt) { debt.rules.interest->rates.clear(); });
  refuses([](Debt& debt) { debt.rules.interest->rates.front().units = -1; });
  refuses([](Debt& debt) { debt.rules.interest->rates.front().units = kHighestRate + 1; });
  refuses(
      [](Debt& debt) { debt.rules.interest->rates.push_back(debt.rules.interest->rates.front()); });
  refuses([](Debt& debt) { debt.rules.interest->cap = -1; });
  refuses([](Debt& debt) { debt.rules.interest->monthly_minimum = -1; });
  refuses([](Debt& debt) { debt.rules.interest->day_count = DayCount::kAct360; });
  refuses([](Debt& debt) { debt.interest->posted = -1; });
  refuses(
      [](Debt& debt) { debt.interest->posted_through = debt.rules.interest->interest_from - 1; });
  refuses([](Debt& debt) {
    debt.interest->accrued = ExactInterest(DayCount::kAct365F, {.common = -1, .leap = 0});
  });
}

TEST(RestoreDebt, RefusesAWriteOffThatIsNotAtRest) {
  const Debt sound = WrittenOff().debt();
  for (const auto& [written_off, recovered, credit] :
       {std::tuple(-1, 0, 0), {0, 1, 0}, {5, 6, 0}, {5, -1, 0}, {5, 4, 1}}) {
    Debt debt = sound;
    debt.position = Holding(credit);
    debt.position.written_off = written_off;
    debt.position.recovered = recovered;
    EXPECT_THAT(RestoreDebt(debt), IsRefused(Reason::kRecordCorrupt));
  }
  Debt debt = sound;
  debt.position.owed[kPrincipal] = 1;
  EXPECT_THAT(RestoreDebt(debt), IsRefused(Reason::kRecordCorrupt)) << "owed, it is no written off";
}

}  // namespace
}  // namespace parley
