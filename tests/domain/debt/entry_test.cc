// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/entry.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

std::int64_t SumOf(const std::vector<Posting>& postings) {
  std::int64_t sum = 0;
  for (const Posting& posting : postings) sum += posting.minor_units;
  return sum;
}

// The numbers are stored and on the wire: they never change.
TEST(Account, HasAFrozenNumberAndName) {
  const std::map<int, std::pair<Account, std::string>> expected = {
      {1, {Account::kPrincipal, "PRINCIPAL"}},
      {2, {Account::kInterest, "INTEREST"}},
      {3, {Account::kFees, "FEES"}},
      {4, {Account::kCosts, "COSTS"}},
      {5, {Account::kPenalty, "PENALTY"}},
      {6, {Account::kCreditBalance, "CREDIT_BALANCE"}},
      {7, {Account::kWriteOff, "WRITE_OFF"}},
      {8, {Account::kRecovery, "RECOVERY"}},
      {11, {Account::kPlacement, "PLACEMENT"}},
      {12, {Account::kCharges, "CHARGES"}},
      {13, {Account::kPayments, "PAYMENTS"}},
      {14, {Account::kCredits, "CREDITS"}},
      {15, {Account::kWaivers, "WAIVERS"}},
      {16, {Account::kRefunds, "REFUNDS"}},
      {17, {Account::kInterestEarned, "INTEREST_EARNED"}},
      {18, {Account::kFeesEarned, "FEES_EARNED"}},
  };
  for (int number = -1; number <= 256; ++number) {
    const auto account = AccountNumbered(number);
    ASSERT_EQ(account.has_value(), expected.contains(number)) << number;
    if (!account.has_value()) continue;
    EXPECT_EQ(*account, expected.at(number).first) << number;
    EXPECT_EQ(NameOf(*account), expected.at(number).second) << number;
  }
}

TEST(Account, OfABucketIsItsReceivable) {
  EXPECT_EQ(ReceivableOf(Bucket::kPrincipal), Account::kPrincipal);
  EXPECT_EQ(ReceivableOf(Bucket::kInterest), Account::kInterest);
  EXPECT_EQ(ReceivableOf(Bucket::kFees), Account::kFees);
  EXPECT_EQ(ReceivableOf(Bucket::kCosts), Account::kCosts);
  EXPECT_EQ(ReceivableOf(Bucket::kPenalty), Account::kPenalty);
  for (const Bucket bucket : kBuckets) EXPECT_EQ(BucketOf(ReceivableOf(bucket)), bucket);
  for (const Account account : {Account::kCreditBalance, Account::kPlacement, Account::kCharges,
                                Account::kPayments, Account::kCredits}) {
    EXPECT_EQ(BucketOf(account), std::nullopt);
  }
}

TEST(EntryKind, HasAFrozenNumberAndName) {
  const std::map<int, std::pair<EntryKind, std::string>> expected = {
      {1, {EntryKind::kOpening, "OPENING"}},    {2, {EntryKind::kCharge, "CHARGE"}},
      {3, {EntryKind::kPayment, "PAYMENT"}},    {4, {EntryKind::kCredit, "CREDIT"}},
      {5, {EntryKind::kReversal, "REVERSAL"}},  {6, {EntryKind::kCorrection, "CORRECTION"}},
      {7, {EntryKind::kWaiver, "WAIVER"}},      {8, {EntryKind::kWriteOff, "WRITE_OFF"}},
      {9, {EntryKind::kRefund, "REFUND"}},      {10, {EntryKind::kFee, "FEE"}},
      {11, {EntryKind::kInterest, "INTEREST"}},
  };
  for (int number = -1; number <= 256; ++number) {
    const auto kind = EntryKindNumbered(number);
    ASSERT_EQ(kind.has_value(), expected.contains(number)) << number;
    if (!kind.has_value()) continue;
    EXPECT_EQ(*kind, expected.at(number).first) << number;
    EXPECT_EQ(NameOf(*kind), expected.at(number).second) << number;
    EXPECT_EQ(EntryKindNamed(NameOf(*kind)), *kind) << number;
  }
  EXPECT_EQ(EntryKindNamed("payment"), std::nullopt);
  EXPECT_EQ(EntryKindNamed(""), std::nullopt);
}

TEST(PostingsOf, SetsWhatIsLeftOverOnTheCounterAccount) {
  EXPECT_EQ(PostingsOf(At({{Bucket::kFees, 20}, {Bucket::kPrincipal, 100}}), Account::kPlacement),
            (std::vector<Posting>{
                {Account::kPrincipal, 100}, {Account::kFees, 20}, {Account::kPlacement, -120}}));
  EXPECT_EQ(
      PostingsOf(At({{Bucket::kPrincipal, -100}}, 30), Account::kPayments),
      (std::vector<Posting>{
          {Account::kPrincipal, -100}, {Account::kCreditBalance, -30}, {Account::kPayments, 130}}));
}

TEST(PostingsOf, HasNoPostingOfZero) {
  EXPECT_TRUE(PostingsOf(Position{}, Account::kCharges).empty());
  EXPECT_EQ(PostingsOf(At({{Bucket::kPrincipal, 5}, {Bucket::kFees, -5}}), Account::kPlacement),
            (std::vector<Posting>{{Account::kPrincipal, 5}, {Account::kFees, -5}}));
}

TEST(PostingsOf, FitsTheLargestBalances) {
  const Position turned = At({{Bucket::kPrincipal, -kLargestBalance}}, kLargestBalance);
  const auto postings = PostingsOf(turned, Account::kPayments);
  EXPECT_EQ(SumOf(postings), 0);
  EXPECT_EQ(postings.back().minor_units, 2 * kLargestBalance);
}

RC_GTEST_PROP(PostingsOf, SumToZeroAndMakeTheEffectAgain, ()) {
  Position effect;
  const auto units = rc::gen::inRange<std::int64_t>(-1000, 1000);
  for (const Bucket bucket : kBuckets) effect.owed[bucket] = *units;
  effect.credit = *units;
  const std::vector<Posting> postings = PostingsOf(effect, Account::kCharges);
  RC_ASSERT(SumOf(postings) == 0);
  RC_ASSERT(EffectOf(postings) == effect);
}

TEST(EffectOf, LeavesCounterAccountsOut) {
  EXPECT_EQ(EffectOf({{Account::kPrincipal, 5},
                      {Account::kPlacement, 1},
                      {Account::kCharges, 2},
                      {Account::kPayments, 3},
                      {Account::kCredits, 4}}),
            At({{Bucket::kPrincipal, 5}}));
}

TEST(EffectOf, AddsUpPostingsOfOneAccount) {
  EXPECT_EQ(EffectOf({{Account::kFees, 5},
                      {Account::kFees, -2},
                      {Account::kCreditBalance, -4},
                      {Account::kCreditBalance, 1}}),
            At({{Bucket::kFees, 3}}, 3));
}

TEST(CounterAccountOf, IsTheAccountOnTheOtherSide) {
  TestLedger ledger(InBuckets({{Bucket::kPrincipal, 100}, {Bucket::kFees, 20}}));
  ASSERT_TRUE(ledger
                  .Post({Charge(2, Day(2026, 2, 1), 5), Payment(3, Day(2026, 2, 2), 200),
                         Credit(4, Day(2026, 2, 3), 5)})
                  .ok());
  ASSERT_TRUE(ledger.Reverse(3).ok());
  EXPECT_EQ(CounterAccountOf(ledger.entry(1)), Account::kPlacement);
  EXPECT_EQ(CounterAccountOf(ledger.entry(2)), Account::kCharges);
  EXPECT_EQ(CounterAccountOf(ledger.entry(3)), Account::kPayments);
  EXPECT_EQ(CounterAccountOf(ledger.entry(4)), Account::kCredits);
  EXPECT_EQ(CounterAccountOf(ledger.entry(5)), Account::kPayments) << "that of what it reverses";
  ASSERT_FALSE(ledger.corrections().empty());
  EXPECT_EQ(CounterAccountOf(*ledger.corrections().front()), std::nullopt);
}

}  // namespace
}  // namespace parley
