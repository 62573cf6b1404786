// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/payment_split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using Standing = Payable::Standing;

constexpr auto kOld = NumberedId<DebtId>(1);
constexpr auto kYoung = NumberedId<DebtId>(2);
constexpr auto kYoungest = NumberedId<DebtId>(3);
constexpr auto kOldestFirst = SplitStrategy::kOldestFirst;
constexpr auto kProportional = SplitStrategy::kProportional;

Payable Owes(DebtId debt, int year, std::int64_t owed, Standing standing = Standing::kOpen) {
  return {.debt = debt, .standing = standing, .since = Day(year, 1, 1), .owed = owed, .room = owed};
}

// 100, 200 and 300 are owed, and told youngest first.
std::vector<Payable> ThreeDebts() {
  return {Owes(kYoungest, 2023, 300), Owes(kYoung, 2022, 200), Owes(kOld, 2021, 100)};
}

TEST(SplitPayment, PaysTheOldestFirst) {
  EXPECT_THAT(SplitPayment(250, {}, kOldestFirst, ThreeDebts()),
              ElementsAre(Part{kOld, 100, PartReason::kOldestFirst, 100},
                          Part{kYoung, 150, PartReason::kOldestFirst, 200}));
}

TEST(SplitPayment, GivesADebtNoMoreThanItsQuoteAsksFor) {
  std::vector<Payable> debts = ThreeDebts();
  debts.back().room = 70;
  EXPECT_THAT(SplitPayment(250, {}, kOldestFirst, debts),
              ElementsAre(Part{kOld, 70, PartReason::kOldestFirst, 100},
                          Part{kYoung, 180, PartReason::kOldestFirst, 200}));
}

TEST(SplitPayment, GivesEachItsShare) {
  EXPECT_THAT(SplitPayment(60, {}, kProportional, ThreeDebts()),
              ElementsAre(Part{kOld, 10, PartReason::kProportional, 100},
                          Part{kYoung, 20, PartReason::kProportional, 200},
                          Part{kYoungest, 30, PartReason::kProportional, 300}));
}

TEST(SplitPayment, GivesWhatIsLeftOfSharesToTheLargestFractions) {
  // 16 2/3, 33 1/3 and 50 of 100.
  EXPECT_THAT(SplitPayment(100, {}, kProportional, ThreeDebts()),
              ElementsAre(Part{kOld, 17, PartReason::kProportional, 100},
                          Part{kYoung, 33, PartReason::kProportional, 200},
                          Part{kYoungest, 50, PartReason::kProportional, 300}));
  // Of equal fractions the oldest gets it.
  EXPECT_THAT(
      SplitPayment(1, {}, kProportional, std::vector{Owes(kYoung, 2022, 5), Owes(kOld, 2021, 5)}),
      ElementsAre(Part{kOld, 1, PartReason::kProportional, 5}));
}

TEST(SplitPayment, DoesWhatThePayerSaysBeforeAnythingElse) {
  const std::vector<Instruction> instructions = {{kYoungest, 50}};
  EXPECT_THAT(SplitPayment(170, instructions, kOldestFirst, ThreeDebts()),
              ElementsAre(Part{kOld, 100, PartReason::kOldestFirst, 100},
                          Part{kYoung, 20, PartReason::kOldestFirst, 200},
                          Part{kYoungest, 50, PartReason::kInstructed, 300}));
}

TEST(SplitPayment, GivesADebtMoreThanItOwesWhenThePayerSaysSo) {
  const std::vector<Instruction> instructions = {{kOld, 150}};
  EXPECT_THAT(SplitPayment(150, instructions, kOldestFirst, ThreeDebts()),
              ElementsAre(Part{kOld, 150, PartReason::kInstructed, 100}));
}

TEST(SplitPayment, MeetsWishesInTheirOrderAsFarAsTheMoneyGoes) {
  const std::vector<Instruction> instructions = {{kYoungest, 60}, {kOld, 60}};
  EXPECT_THAT(SplitPayment(90, instructions, kOldestFirst, ThreeDebts()),
              ElementsAre(Part{kOld, 30, PartReason::kInstructed, 100},
                          Part{kYoungest, 60, PartReason::kInstructed, 300}));
}

TEST(SplitPayment, LeavesWhatIsTooMuchOnTheOldest) {
  for (const SplitStrategy strategy : {kOldestFirst, kProportional}) {
    const std::vector<Part> parts = SplitPayment(700, {}, strategy, ThreeDebts());
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].amount, 200);
    EXPECT_EQ(parts[1].amount, 200);
    EXPECT_EQ(parts[2].amount, 300);
  }
  EXPECT_THAT(SplitPayment(7, {}, kOldestFirst, std::vector{Owes(kOld, 2021, 0)}),
              ElementsAre(Part{kOld, 7, PartReason::kRemainder, 0}));
}

TEST(SplitPayment, LeavesClosedDebtsAloneAsLongAsOneIsOpen) {
  const std::vector<Payable> debts = {Owes(kOld, 2020, 0, Standing::kOther),
                                      Owes(kYoung, 2021, 0, Standing::kWrittenOff),
                                      Owes(kYoungest, 2022, 10)};
  EXPECT_THAT(SplitPayment(15, {}, kOldestFirst, debts),
              ElementsAre(Part{kYoungest, 15, PartReason::kOldestFirst, 10}));
}

TEST(SplitPayment, LosesNothingWhenNoDebtIsOpen) {
  const std::vector<Payable> debts = {Owes(kOld, 2020, 30, Standing::kOther),
                                      Owes(kYoung, 2021, 0, Standing::kWrittenOff)};
  EXPECT_THAT(SplitPayment(15, {}, kOldestFirst, debts),
              ElementsAre(Part{kYoung, 15, PartReason::kRemainder, 0}));
  EXPECT_THAT(SplitPayment(15, {}, kProportional, std::vector{debts.front()}),
              ElementsAre(Part{kOld, 15, PartReason::kRemainder, 30}));
}

std::vector<Payable> SomeDebts() {
  std::vector<Payable> debts;
  const int count = *rc::gen::inRange(1, 7);
  for (int at = 0; at < count; ++at) {
    const auto id = NumberedId<DebtId>(static_cast<std::uint64_t>(at) + 1);
    const auto standing =
        static_cast<Standing>(*rc::gen::weightedElement<int>({{4, 0}, {1, 1}, {1, 2}}));
    debts.push_back(Owes(id, *rc::gen::inRange(2015, 2021), *rc::gen::inRange(0, 60), standing));
  }
  return debts;
}

std::vector<Instruction> SomeInstructions(const std::vector<Payable>& debts, std::int64_t amount) {
  std::vector<Instruction> instructions;
  for (const Payable& debt : debts) {
    if (amount <= 0 || *rc::gen::inRange(0, 3) > 0) continue;
    const std::int64_t asked = *rc::gen::inRange<std::int64_t>(1, amount + 1);
    instructions.push_back({debt.debt, asked});
    amount -= asked;
  }
  return instructions;
}

std::int64_t AskedFor(const std::vector<Instruction>& instructions, DebtId debt) {
  std::int64_t asked = 0;
  for (const Instruction& each : instructions) asked += each.debt == debt ? each.amount : 0;
  return asked;
}

RC_GTEST_PROP(SplitPayment, SplitsAllOfItAndNoMoreThanIsOwed, ()) {
  const std::vector<Payable> debts = SomeDebts();
  const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, 300);
  const std::vector<Instruction> instructions = SomeInstructions(debts, amount);
  const auto strategy = static_cast<SplitStrategy>(*rc::gen::inRange(1, 3));
  const std::vector<Part> parts = SplitPayment(amount, instructions, strategy, debts);
  std::int64_t sum = 0;
  int beyond = 0;
  for (const Part& part : parts) {
    RC_ASSERT(part.amount > 0);
    sum += part.amount;
    const auto debt = std::find_if(debts.begin(), debts.end(),
                                   [&](const Payable& each) { return each.debt == part.debt; });
    RC_ASSERT(debt != debts.end());
    const std::int64_t asked = AskedFor(instructions, part.debt);
    RC_ASSERT(part.amount >= asked);
    RC_ASSERT((asked > 0) == (part.because == PartReason::kInstructed));
    const std::int64_t room = debt->standing == Standing::kOpen ? debt->owed : 0;
    if (part.amount > std::max(asked, room)) ++beyond;
  }
  RC_ASSERT(sum == amount);
  // What is too much is on one debt.
  RC_ASSERT(beyond <= 1);
  std::int64_t open = 0;
  for (const Payable& debt : debts) open += debt.standing == Standing::kOpen ? debt.owed : 0;
  if (amount <= open && instructions.empty()) RC_ASSERT(beyond == 0);
}

RC_GTEST_PROP(SplitPayment, DoesNotDependOnTheOrderInWhichDebtsAreTold, ()) {
  std::vector<Payable> debts = SomeDebts();
  const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, 300);
  const auto strategy = static_cast<SplitStrategy>(*rc::gen::inRange(1, 3));
  const std::vector<Part> parts = SplitPayment(amount, {}, strategy, debts);
  std::reverse(debts.begin(), debts.end());
  RC_ASSERT(SplitPayment(amount, {}, strategy, debts) == parts);
}

RC_GTEST_PROP(SplitPayment, IsWithinAUnitOfEachShare, ()) {
  const std::vector<Payable> debts = SomeDebts();
  std::int64_t open = 0;
  for (const Payable& debt : debts) open += debt.standing == Standing::kOpen ? debt.owed : 0;
  RC_PRE(open > 1);
  const std::int64_t amount = *rc::gen::inRange<std::int64_t>(1, open);
  for (const Part& part : SplitPayment(amount, {}, kProportional, debts)) {
    const std::int64_t off = part.amount * open - amount * part.owed;
    RC_ASSERT(off > -open);
    RC_ASSERT(off < open);
  }
}

TEST(SplitPayment, CountsLargeAmountsExactly) {
  const std::vector<Payable> debts = {Owes(kOld, 2021, kLargestBalance / 2),
                                      Owes(kYoung, 2022, kLargestBalance / 2)};
  const std::vector<Part> parts = SplitPayment(kLargestBalance - 1, {}, kProportional, debts);
  EXPECT_EQ(parts[0].amount, kLargestBalance / 2);
  EXPECT_EQ(parts[1].amount, kLargestBalance / 2 - 1);
}

constexpr Day kDay = Day(2026, 2, 11);

TEST(PayableOn, OwesTheInterestThatIsDueByThen) {
  const TestLedger ledger(
      APlacementBearing(WithInterest(), InBuckets({{Bucket::kPrincipal, 36'500}})));
  const auto payable = PayableOn(ledger.debt(), kDay, ledger.journal());
  ASSERT_THAT(payable, IsOk());
  EXPECT_EQ(payable->owed, 36'555);
  EXPECT_EQ(payable->standing, Standing::kOpen);
  EXPECT_EQ(payable->since, ledger.debt().itemisation_date);
}

TEST(PayableOn, OwesToMoneyThatIsLearntOfLateNoMoreThanNow) {
  TestLedger ledger(InBuckets({{Bucket::kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, kDay + 5, 70)}), IsOk());
  const auto payable = PayableOn(ledger.debt(), kDay, ledger.journal());
  ASSERT_THAT(payable, IsOk());
  EXPECT_EQ(payable->owed, 30);
}

TEST(PayableOn, KnowsWhatIsWrittenOff) {
  TestLedger ledger(InBuckets({{Bucket::kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({WriteOff(2, kDay, 100)}), IsOk());
  EXPECT_EQ(PayableOn(ledger.debt(), kDay, ledger.journal())->standing, Standing::kWrittenOff);
  ASSERT_THAT(ledger.Post({Payment(3, kDay, 100)}), IsOk());
  EXPECT_EQ(PayableOn(ledger.debt(), kDay, ledger.journal())->standing, Standing::kOther);
}

TEST(PayableOn, IsAsOldAsItsDefault) {
  Placement placement = APlacementBearing({}, InBuckets({{Bucket::kPrincipal, 100}}));
  placement.origin.default_date = Day(2019, 5, 1);
  const TestLedger ledger(placement);
  EXPECT_EQ(PayableOn(ledger.debt(), kDay, {})->since, Day(2019, 5, 1));
}

TEST(TakesMoney, OfItsCurrencyFromItsOpeningOn) {
  const Debt debt = ADebt();
  EXPECT_TRUE(TakesMoney(debt, debt.currency, debt.itemisation_date));
  EXPECT_FALSE(TakesMoney(debt, debt.currency, debt.itemisation_date - 1));
  EXPECT_FALSE(TakesMoney(debt, CurrencyOf("JPY"), debt.itemisation_date));
  const Debt rejected = ADebt().With(&Debt::status, DebtStatus::kRejected);
  EXPECT_FALSE(TakesMoney(rejected, debt.currency, debt.itemisation_date));
}

TEST(SplitStrategy, HasItsName) {
  EXPECT_EQ(NameOf(kOldestFirst), "OLDEST_FIRST");
  EXPECT_EQ(NameOf(kProportional), "PROPORTIONAL");
  EXPECT_EQ(NameOf(PartReason::kInstructed), "INSTRUCTED");
  EXPECT_EQ(NameOf(PartReason::kRemainder), "REMAINDER");
}

}  // namespace
}  // namespace parley
