// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/booking.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Bucket kFees = Bucket::kFees;
constexpr Bucket kCosts = Bucket::kCosts;
constexpr Bucket kPenalty = Bucket::kPenalty;

using Postings = std::vector<Posting>;

Entry FactEntry(EntryKind kind, std::int64_t amount, std::optional<Bucket> bucket = {}) {
  return AnEntry(2)
      .With(&Entry::kind, kind)
      .With(&Entry::amount, amount)
      .With(&Entry::bucket, bucket)
      .With(&Entry::postings, Postings());
}

// A position with something written off, of which some came in.
Position WithWrittenOff(Position position, std::int64_t written_off, std::int64_t recovered = 0) {
  position.written_off = written_off;
  position.recovered = recovered;
  return position;
}

// An entry taken on top of a position, and its reversal on top of that or of another position.
class TakenBack {
 public:
  TakenBack(const Position& before, const Entry& entry) : entry_(entry) {
    booking_ = Book(before, entry_).value();
  }

  const Position& after() const { return booking_.after; }
  Booking Reversed() const { return ReversedFrom(booking_.after); }
  Booking ReversedFrom(const Position& position) const {
    const Undone undone{&entry_, EffectOf(booking_.postings)};
    return Book(position, FactEntry(EntryKind::kReversal, entry_.amount), &undone).value();
  }

 private:
  Entry entry_;
  Booking booking_;
};

TEST(Book, RaisesTheBucketOfACharge) {
  EXPECT_EQ(Book(Position{}, FactEntry(EntryKind::kCharge, 5, kFees))->after, At({{kFees, 5}}));
  EXPECT_EQ(Book(Position{}, FactEntry(EntryKind::kCharge, 5))->after, Owing(5));
}

TEST(Book, LowersTheBucketOfACredit) {
  const Position before = At({{kPrincipal, 9}, {kFees, 9}});
  EXPECT_EQ(Book(before, FactEntry(EntryKind::kCredit, 5, kFees))->after,
            At({{kPrincipal, 9}, {kFees, 4}}));
  EXPECT_EQ(Book(before, FactEntry(EntryKind::kCredit, 5))->after,
            At({{kPrincipal, 4}, {kFees, 9}}));
}

TEST(Book, HoldsAPaymentOfNothingOwed) {
  EXPECT_EQ(Book(Position{}, FactEntry(EntryKind::kPayment, 5))->after, Holding(5));
}

TEST(Book, UndoesTheReversedEffect) {
  const Entry reversed = FactEntry(EntryKind::kPayment, 54);
  const Undone undone{&reversed, At({{kFees, -20}, {kPrincipal, -30}}, 4)};
  EXPECT_EQ(Book(Holding(4), FactEntry(EntryKind::kReversal, 54), &undone)->after,
            At({{kFees, 20}, {kPrincipal, 30}}));
}

TEST(Book, RefusesAReversalOfNothingAsACorruptRecord) {
  EXPECT_THAT(Book(Position{}, FactEntry(EntryKind::kReversal, 5)),
              IsRefused(Reason::kRecordCorrupt));
}

TEST(Book, RefusesToUndoWhatHasNoOpposite) {
  const Entry reversed = FactEntry(EntryKind::kPayment, 5);
  const Undone undone{&reversed, Owing(std::numeric_limits<std::int64_t>::min())};
  EXPECT_THAT(Book(Position{}, FactEntry(EntryKind::kReversal, 5), &undone),
              IsRefused(Reason::kBalanceOutOfRange));
}

TEST(Book, TakesAnOpeningAsItsPostingsSay) {
  EXPECT_EQ(Book(Position{}, AnOpening(70))->after, Owing(70));
}

TEST(Book, SetsTheRestOnTheAccountOfTheKindAndForAReversalOnThatOfTheReversedEntry) {
  const std::vector<std::pair<EntryKind, Account>> expected = {
      {EntryKind::kCharge, Account::kCharges},         {EntryKind::kFee, Account::kFeesEarned},
      {EntryKind::kPayment, Account::kPayments},       {EntryKind::kCredit, Account::kCredits},
      {EntryKind::kWaiver, Account::kWaivers},         {EntryKind::kRefund, Account::kRefunds},
      {EntryKind::kInterest, Account::kInterestEarned}};
  for (const auto& [kind, account] : expected) {
    const Position before = kind == EntryKind::kRefund ? Holding(100) : Owing(100);
    const TakenBack taken(before, FactEntry(kind, 5));
    EXPECT_EQ(Book(before, FactEntry(kind, 5))->postings.back().account, account) << NameOf(kind);
    EXPECT_EQ(taken.Reversed().postings.back().account, account) << NameOf(kind);
  }
  EXPECT_EQ(Book(Position{}, AnOpening())->postings.back().account, Account::kPlacement);
}

TEST(Book, ShowsTheAllocationOfAPayment) {
  const auto booking =
      Book(At({{kPrincipal, 100}, {kFees, 20}}), FactEntry(EntryKind::kPayment, 50));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, Owing(70));
  EXPECT_EQ(
      booking->postings,
      (Postings{{Account::kPrincipal, -30}, {Account::kFees, -20}, {Account::kPayments, 50}}));
}

TEST(Book, UsesUpCreditByACharge) {
  const auto booking = Book(Holding(30), FactEntry(EntryKind::kCharge, 50, kFees));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, At({{kFees, 20}}));
  EXPECT_EQ(
      booking->postings,
      (Postings{{Account::kFees, 20}, {Account::kCreditBalance, 30}, {Account::kCharges, -50}}));
}

TEST(Book, RefusesABalanceThatTheLedgerCannotHold) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto refused = IsRefused(Reason::kBalanceOutOfRange);
  EXPECT_THAT(Book(Owing(kLargestBalance), FactEntry(EntryKind::kCharge, 1, kFees)), refused);
  EXPECT_THAT(Book(Owing(kLargestBalance), FactEntry(EntryKind::kFee, 1)), refused);
  EXPECT_THAT(Book(Owing(kLargestBalance), FactEntry(EntryKind::kInterest, 1)), refused);
  EXPECT_THAT(Book(Owing(1), FactEntry(EntryKind::kCharge, most)), refused);
  EXPECT_THAT(Book(Holding(kLargestBalance), FactEntry(EntryKind::kPayment, 1)), refused);
  EXPECT_THAT(Book(WithWrittenOff(Owing(1), kLargestBalance), FactEntry(EntryKind::kWriteOff, 1)),
              refused);
  EXPECT_THAT(Book(Owing(kLargestBalance), FactEntry(EntryKind::kPayment, kLargestBalance)),
              IsOk());
}

TEST(Book, FillsTheBucketsOfAPaymentInThePayersOrder) {
  const AllocationOrder principal_first = {kPrincipal, kInterest, kFees, kCosts, kPenalty};
  const Entry payment =
      AnEntry(2, 50).With(&Entry::order, principal_first).With(&Entry::postings, Postings());
  EXPECT_EQ(Book(At({{kPrincipal, 40}, {kInterest, 30}, {kFees, 20}}), payment)->after,
            At({{kInterest, 20}, {kFees, 20}}));
}

TEST(Book, RaisesTheFeesByAFee) {
  const auto booking = Book(Owing(100), FactEntry(EntryKind::kFee, 15));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, At({{kPrincipal, 100}, {kFees, 15}}));
  EXPECT_EQ(booking->postings, (Postings{{Account::kFees, 15}, {Account::kFeesEarned, -15}}));
}

TEST(Book, PaysAFeeAndInterestFromWhatIsHeld) {
  EXPECT_EQ(Book(Holding(20), FactEntry(EntryKind::kFee, 15))->after, Holding(5));
  Entry costs = FactEntry(EntryKind::kFee, 15);
  costs.bucket = Bucket::kCosts;
  EXPECT_EQ(Book(Owing(0), costs)->after, At({{Bucket::kCosts, 15}}));
  EXPECT_EQ(Book(Holding(20), FactEntry(EntryKind::kInterest, 25))->after, At({{kInterest, 5}}));
}

TEST(Book, RaisesTheInterestByALineOfInterest) {
  const auto booking = Book(Owing(100), FactEntry(EntryKind::kInterest, 7));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, At({{kPrincipal, 100}, {kInterest, 7}}));
  EXPECT_EQ(booking->postings, (Postings{{Account::kInterest, 7}, {Account::kInterestEarned, -7}}));
}

TEST(Book, TakesAWaiverFromItsBucket) {
  const auto booking = Book(At({{kPrincipal, 100}, {kInterest, 30}, {kFees, 20}}),
                            FactEntry(EntryKind::kWaiver, 10, kInterest));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, At({{kPrincipal, 100}, {kInterest, 20}, {kFees, 20}}));
  EXPECT_EQ(booking->postings, (Postings{{Account::kInterest, -10}, {Account::kWaivers, 10}}));
}

TEST(Book, SpreadsAWaiverThatNamesNoBucketLikeAPayment) {
  // Fees come first, then costs, penalty, interest: 20 + 5 of 25.
  EXPECT_EQ(
      Book(At({{kPrincipal, 100}, {kInterest, 30}, {kFees, 20}}), FactEntry(EntryKind::kWaiver, 25))
          ->after,
      At({{kPrincipal, 100}, {kInterest, 25}}));
}

TEST(Book, SpreadsWhatIsLeftOfAWaiverWhoseBucketABackdatedFactLowered) {
  EXPECT_EQ(Book(At({{kPrincipal, 100}, {kInterest, 4}, {kFees, 3}}),
                 FactEntry(EntryKind::kWaiver, 10, kInterest))
                ->after,
            At({{kPrincipal, 97}}));
}

TEST(Book, WritesOffTheNamedBucketFirstAndThenTheOthersInTheOrder) {
  const Position before =
      At({{kPrincipal, 100}, {kInterest, 30}, {kFees, 20}, {kCosts, 10}, {kPenalty, 5}});
  const auto booking = Book(before, FactEntry(EntryKind::kWriteOff, 55, kInterest));
  ASSERT_THAT(booking, IsOk());
  // 30 of interest, then 20 of fees and 5 of the costs.
  EXPECT_EQ(booking->after,
            WithWrittenOff(At({{kPrincipal, 100}, {kCosts, 5}, {kPenalty, 5}}), 55));
  EXPECT_EQ(booking->postings, (Postings{{Account::kInterest, -30},
                                         {Account::kFees, -20},
                                         {Account::kCosts, -5},
                                         {Account::kWriteOff, 55}}));
}

TEST(Book, WritesOffInTheOrderWhenNoBucketIsNamed) {
  EXPECT_EQ(Book(At({{kPrincipal, 100}, {kFees, 20}}), FactEntry(EntryKind::kWriteOff, 30))->after,
            WithWrittenOff(Owing(90), 30));
}

TEST(Book, NeverWritesOffMoreThanIsOwed) {
  const auto booking =
      Book(At({{kPrincipal, 100}, {kFees, 20}}), FactEntry(EntryKind::kWriteOff, 500, kPrincipal));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, WithWrittenOff(Position{}, 120));
  EXPECT_EQ(Book(Holding(7), FactEntry(EntryKind::kWriteOff, 10))->after, Holding(7));
}

TEST(Book, AddsAWriteOffToOneBefore) {
  EXPECT_EQ(Book(WithWrittenOff(Owing(50), 70, 0), FactEntry(EntryKind::kWriteOff, 20))->after,
            WithWrittenOff(Owing(30), 90));
}

TEST(Book, PaysOutWhatIsHeldByARefund) {
  const auto booking = Book(Holding(30), FactEntry(EntryKind::kRefund, 20));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, Holding(10));
  EXPECT_EQ(booking->postings, (Postings{{Account::kCreditBalance, 20}, {Account::kRefunds, -20}}));
}

TEST(Book, OwesWhatARefundPaidOutWithoutItsBeingHeldAsPrincipal) {
  EXPECT_EQ(Book(Holding(5), FactEntry(EntryKind::kRefund, 20))->after, Owing(15));
}

TEST(Book, RecoversWhatWasWrittenOffWithMoneyThatIsLeft) {
  const auto booking =
      Book(WithWrittenOff(At({{kFees, 10}}), 100), FactEntry(EntryKind::kPayment, 50));
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, WithWrittenOff(Position{}, 100, 40));
  EXPECT_EQ(booking->postings,
            (Postings{{Account::kFees, -10}, {Account::kRecovery, -40}, {Account::kPayments, 50}}));
}

TEST(Book, HoldsWhatIsMoreThanWasWrittenOff) {
  EXPECT_EQ(Book(WithWrittenOff(Position{}, 100, 70), FactEntry(EntryKind::kPayment, 50))->after,
            WithWrittenOff(Holding(20), 100, 100));
}

TEST(Book, RecoversByACreditAndByAWaiverTooWhenNothingIsOwed) {
  const Position before = WithWrittenOff(Position{}, 100);
  EXPECT_EQ(Book(before, FactEntry(EntryKind::kCredit, 30))->after,
            WithWrittenOff(Position{}, 100, 30));
  EXPECT_EQ(Book(before, FactEntry(EntryKind::kWaiver, 30))->after,
            WithWrittenOff(Position{}, 100, 30));
}

TEST(Book, LeavesWhatWasRecoveredAloneWhenMoreIsCharged) {
  EXPECT_EQ(Book(WithWrittenOff(Position{}, 100, 40), FactEntry(EntryKind::kCharge, 15))->after,
            WithWrittenOff(Owing(15), 100, 40));
}

TEST(BookAReversal, OfAFeeInterestOrWaiverTakesItsBucketBack) {
  const Position owing = At({{kPrincipal, 100}, {kInterest, 30}, {kFees, 20}});
  for (const EntryKind kind : {EntryKind::kFee, EntryKind::kInterest, EntryKind::kWaiver}) {
    for (const std::optional<Bucket> bucket : {std::optional<Bucket>(), std::optional(kInterest)}) {
      EXPECT_EQ(TakenBack(owing, FactEntry(kind, 10, bucket)).Reversed().after, owing);
    }
  }
}

TEST(BookAReversal, OfAFeeThatWasPaidIsHeld) {
  const TakenBack fee(Position{}, FactEntry(EntryKind::kFee, 15));
  EXPECT_EQ(fee.ReversedFrom(Position{}).after, Holding(15));
}

TEST(BookAReversal, OfAWaiverOwesAgainWhatWasGivenUp) {
  const TakenBack waiver(At({{kInterest, 30}}), FactEntry(EntryKind::kWaiver, 30, kInterest));
  EXPECT_EQ(waiver.after(), Position{});
  const Booking reversed = waiver.ReversedFrom(Holding(10));
  EXPECT_EQ(reversed.after, At({{kInterest, 20}})) << "what is held pays it at once";
}

TEST(BookAReversal, OfAWriteOffAsksAgainBucketByBucket) {
  const Position owing = At({{kPrincipal, 100}, {kFees, 20}});
  const TakenBack write_off(owing, FactEntry(EntryKind::kWriteOff, 120));
  const Booking reversed = write_off.Reversed();
  EXPECT_EQ(reversed.after, owing);
  EXPECT_EQ(
      reversed.postings,
      (Postings{{Account::kPrincipal, 100}, {Account::kFees, 20}, {Account::kWriteOff, -120}}));
}

TEST(BookAReversal, OfAWriteOffGivesRecoveredMoneyToWhatIsAskedForAgain) {
  const TakenBack write_off(At({{kPrincipal, 100}, {kFees, 20}}),
                            FactEntry(EntryKind::kWriteOff, 120));
  // 30 came in: it pays 20 of fees and 10 of principal.
  EXPECT_EQ(write_off.ReversedFrom(WithWrittenOff(Position{}, 120, 30)).after, Owing(90));
}

TEST(BookAReversal, OfOneWriteOffOfTwoKeepsTheRecoveredMoneyThatTheOtherNeeds) {
  const TakenBack second(WithWrittenOff(Owing(50), 70), FactEntry(EntryKind::kWriteOff, 50));
  // Of 120 written off, 30 came in; 70 stay written off, and the 30 recover those.
  EXPECT_EQ(second.ReversedFrom(WithWrittenOff(Position{}, 120, 30)).after,
            WithWrittenOff(Owing(50), 70, 30));
  // Had 90 come in, 20 are more than is written off and pay of the 50.
  EXPECT_EQ(second.ReversedFrom(WithWrittenOff(Position{}, 120, 90)).after,
            WithWrittenOff(Owing(30), 70, 70));
}

TEST(BookAReversal, OfARefundHoldsTheMoneyAgain) {
  const TakenBack refund(Holding(30), FactEntry(EntryKind::kRefund, 20));
  EXPECT_EQ(refund.Reversed().after, Holding(30));
  EXPECT_EQ(refund.ReversedFrom(Owing(50)).after, Owing(30)) << "or it pays what is owed by now";
}

TEST(BookAReversal, OfARecoveryLeavesTheWriteOffAsItWas) {
  const Position written_off = WithWrittenOff(Position{}, 100);
  const TakenBack payment(written_off, FactEntry(EntryKind::kPayment, 40));
  EXPECT_EQ(payment.after(), WithWrittenOff(Position{}, 100, 40));
  EXPECT_EQ(payment.Reversed().after, written_off);
}

// The recovered money is a pool: when the write-off is gone too, its return has to be owed again.
TEST(BookAReversal, OfARecoveryWhoseWriteOffIsReversedOwesTheMoneyAsPrincipal) {
  const TakenBack write_off(At({{kFees, 100}}), FactEntry(EntryKind::kWriteOff, 100));
  const TakenBack payment(write_off.after(), FactEntry(EntryKind::kPayment, 40));
  const Booking asked_again = write_off.ReversedFrom(payment.after());
  EXPECT_EQ(asked_again.after, At({{kFees, 60}}));
  EXPECT_EQ(payment.ReversedFrom(asked_again.after).after, At({{kFees, 60}, {kPrincipal, 40}}));
}

}  // namespace
}  // namespace parley
