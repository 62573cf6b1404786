// SPDX-License-Identifier: Apache-2.0
// Facts booked on a debt: what they make of its ledger and of its status.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
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
constexpr Bucket kCosts = Bucket::kCosts;
constexpr Bucket kPenalty = Bucket::kPenalty;

std::vector<Violation> Check(const Fact& fact) {
  Violations violations;
  CheckFact(fact, ADebt().With(&Debt::itemisation_date, TestLedger::kOpened), TestToday(),
            "entries[0]", violations);
  return violations.all();
}

TEST(CheckFact, FindsNothingInASoundOne) {
  EXPECT_THAT(Check(Payment(2, TestToday(), 1)), IsEmpty());
  EXPECT_THAT(Check(Payment(2, TestLedger::kOpened, kLargestBalance)), IsEmpty());
  EXPECT_THAT(Check(Charge(2, TestToday(), 1, kCosts)), IsEmpty());
  Fact credit = Credit(2, TestToday(), 1);
  credit.bucket = std::nullopt;
  std::string reason(1000, 'r');
  reason[500] = '\n';
  credit.reason = Secret(reason);
  credit.external_ref = std::string(200, 'x');
  EXPECT_THAT(Check(credit), IsEmpty());
}

TEST(CheckFact, TellsEverythingAtOnceWithItsPath) {
  Fact fact = Payment(2, TestToday() + 1, 0);
  fact.external_ref = "";
  fact.reason = Secret(std::string(1001, 'r'));
  EXPECT_EQ(Check(fact), (std::vector<Violation>{
                             {"entries[0].external_ref", Fault::kRequired},
                             {"entries[0].reason", Fault::kTooLong},
                             {"entries[0].value_date", Fault::kDateInFuture},
                             {"entries[0].amount", Fault::kNotPositive},
                         }));
}

TEST(CheckFact, RefusesADateBeforeTheOpening) {
  EXPECT_EQ(Check(Payment(2, TestLedger::kOpened - 1, 1)),
            (std::vector<Violation>{{"entries[0].value_date", Fault::kDateBeforeOpening}}));
}

TEST(CheckFact, RefusesAmountsThatAreNotAboveZeroOrTooLarge) {
  const std::vector<Violation> not_positive = {{"entries[0].amount", Fault::kNotPositive}};
  EXPECT_EQ(Check(Charge(2, TestToday(), 0)), not_positive);
  EXPECT_EQ(Check(Charge(2, TestToday(), -1)), not_positive);
  EXPECT_EQ(Check(Charge(2, TestToday(), kLargestBalance + 1)),
            (std::vector<Violation>{{"entries[0].amount", Fault::kAmountOutOfRange}}));
}

TEST(CheckFact, RefusesAReferenceOfMoreThan200Bytes) {
  Fact fact = Payment(2, TestToday(), 1);
  fact.external_ref = std::string(201, 'x');
  EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].external_ref", Fault::kTooLong}}));
}

TEST(CheckFact, RefusesKindsThatAreNoFactsOfTheirOwn) {
  for (const EntryKind kind :
       {EntryKind::kOpening, EntryKind::kReversal, EntryKind::kCorrection, EntryKind::kInterest}) {
    Fact fact = Payment(2, TestToday(), 1);
    fact.kind = kind;
    EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].kind", Fault::kUnknownValue}}))
        << NameOf(kind);
  }
}

TEST(CheckFact, RefusesABucketThatWouldNotBeFollowed) {
  for (const EntryKind kind : {EntryKind::kPayment, EntryKind::kFee, EntryKind::kRefund}) {
    Fact fact = Payment(2, TestToday(), 1);
    fact.kind = kind;
    if (kind == EntryKind::kFee) fact.fee = FeeDetail{.rule = "r", .basis = {}, .cause_ref = "c"};
    fact.bucket = kPrincipal;
    EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].bucket", Fault::kUnknownValue}}))
        << NameOf(kind);
  }
}

TEST(CheckFact, TakesAFeeForEachPartThatNeedsARule) {
  for (const Bucket bucket : kBuckets) {
    Fact fact = Fee(2, TestToday(), 1);
    fact.fee = FeeDetail{.rule = "r", .basis = {}, .cause_ref = "c"};
    fact.bucket = bucket;
    const bool taken = bucket != kPrincipal && bucket != Bucket::kInterest;
    EXPECT_EQ(Check(fact).empty(), taken) << NameOf(bucket);
  }
}

TEST(CheckCharge, IsForPrincipalAlone) {
  const auto check = [](const Fact& fact) {
    Violations violations;
    CheckCharge(fact, "bucket", violations);
    return violations.all();
  };
  Fact bare = Charge(2, TestToday(), 1);
  bare.bucket.reset();
  EXPECT_THAT(check(bare), IsEmpty());
  EXPECT_THAT(check(Charge(2, TestToday(), 1)), IsEmpty());
  for (const Bucket bucket : {Bucket::kInterest, kFees, Bucket::kCosts, Bucket::kPenalty}) {
    EXPECT_EQ(check(Charge(2, TestToday(), 1, bucket)),
              (std::vector<Violation>{{"bucket", Fault::kNeedsRule}}));
    EXPECT_THAT(check(Credit(2, TestToday(), 1, bucket)), IsEmpty());
    EXPECT_THAT(check(Waiver(2, TestToday(), 1, bucket)), IsEmpty());
  }
}

TEST(CheckFact, AsksOfAFeeAndOfNothingElseWhyThereIsOne) {
  Fact fact = Payment(2, TestToday(), 1);
  fact.fee = FeeDetail{.rule = "r", .basis = {}, .cause_ref = "c"};
  EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].fee", Fault::kUnknownValue}}));
  fact.kind = EntryKind::kFee;
  EXPECT_THAT(Check(fact), IsEmpty());
  fact.fee->rule = "";
  fact.fee->cause_ref = std::string(201, 'c');
  EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].fee.rule", Fault::kRequired},
                                                 {"entries[0].fee.cause_ref", Fault::kTooLong}}));
  fact.fee.reset();
  EXPECT_EQ(Check(fact), (std::vector<Violation>{{"entries[0].fee", Fault::kRequired}}));
}

TEST(NeedsJournal, IsTrueForAFactBeforeTheLatestDay) {
  const Debt debt = ADebt().With(&Debt::last_value_date, Day(2026, 3, 10));
  const auto needs = [&](std::vector<Fact> facts) { return NeedsJournal(debt, facts); };
  EXPECT_FALSE(needs({}));
  EXPECT_FALSE(needs({Payment(2, Day(2026, 3, 10), 1)}));
  EXPECT_FALSE(needs({Payment(2, Day(2026, 3, 11), 1), Payment(3, Day(2026, 3, 11), 1)}));
  EXPECT_TRUE(needs({Payment(2, Day(2026, 3, 9), 1)}));
  EXPECT_TRUE(needs({Payment(2, Day(2026, 3, 12), 1), Payment(3, Day(2026, 3, 11), 1)}));
}

TEST(PostFacts, KeepsWhatWasReported) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  Fact fact = Credit(2, Day(2026, 3, 10), 30, kFees);
  fact.reason = Secret("A refund of the invented shop");
  fact.content = NumberedFingerprint(9);
  ASSERT_THAT(ledger.Post({fact}), IsOk());
  const Entry& entry = ledger.entry(2);
  EXPECT_EQ(entry.id, E(2));
  EXPECT_EQ(entry.number, 2);
  EXPECT_EQ(entry.external_ref, "FACT-2");
  EXPECT_EQ(entry.kind, EntryKind::kCredit);
  EXPECT_EQ(entry.value_date, Day(2026, 3, 10));
  EXPECT_EQ(entry.booked_time, ledger.now());
  EXPECT_EQ(entry.amount, 30);
  EXPECT_EQ(entry.bucket, kFees);
  EXPECT_EQ(entry.reason, fact.reason);
  EXPECT_EQ(entry.actor, "agent-1");
  EXPECT_TRUE(entry.linked.IsNil());
  EXPECT_EQ(entry.content, NumberedFingerprint(9));
}

TEST(PostFacts, MovesTheDebtOn) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  const Debt before = ledger.debt();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 30), Payment(3, Day(2026, 3, 12), 30)}),
              IsOk());
  Debt expected = before;
  expected.position = Owing(40);
  expected.last_value_date = Day(2026, 3, 12);
  expected.entry_count = 3;
  expected.updated_time = ledger.now();
  EXPECT_EQ(ledger.debt(), expected);
}

TEST(PostFacts, SpreadsAPaymentInTheDefaultOrder) {
  TestLedger ledger(
      InBuckets({{kPrincipal, 100}, {kInterest, 40}, {kFees, 10}, {kCosts, 20}, {kPenalty, 30}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 1), 15)}), IsOk());
  EXPECT_EQ(ledger.debt().position,
            At({{kPrincipal, 100}, {kInterest, 40}, {kCosts, 15}, {kPenalty, 30}}));
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 2), 30)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kInterest, 40}, {kPenalty, 15}}));
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 2, 3), 56)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 99}}));
}

TEST(PostFacts, ChargesTheBucketThatIsNamedAndElsePrincipal) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  Fact unnamed = Charge(2, Day(2026, 2, 1), 5);
  unnamed.bucket = std::nullopt;
  ASSERT_THAT(ledger.Post({unnamed, Charge(3, Day(2026, 2, 1), 7, kPenalty)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 105}, {kPenalty, 7}}));
}

TEST(PostFacts, TakesACreditFromItsBucketFirstAndSpreadsTheRest) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 10}, {kInterest, 20}}));
  ASSERT_THAT(ledger.Post({Credit(2, Day(2026, 2, 1), 25, kInterest)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 100}, {kFees, 5}}));
}

TEST(PostFacts, HoldsAnOverpaymentAndUsesItUpFirst) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 1), 130)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(30));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 2), 20, kFees)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(10));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  ASSERT_THAT(ledger.Post({Charge(4, Day(2026, 2, 3), 15, kCosts)}), IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kCosts, 5}}));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(PostFacts, UsesUpANegativeOpeningByALaterCharge) {
  TestLedger ledger(InBuckets({{kPrincipal, -30}}));
  EXPECT_EQ(ledger.debt().position, Holding(30));
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 1), 50)}), IsOk());
  EXPECT_EQ(ledger.debt().position, Owing(20));
  EXPECT_EQ(ledger.debt().status, DebtStatus::kActive);
}

TEST(PostFacts, CountsFactsOfOneDayInTheOrderOfBooking) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  const Day day(2026, 2, 1);
  ASSERT_THAT(ledger.Post({Payment(2, day, 50), Charge(3, day, 20, kFees), Payment(4, day, 10)}),
              IsOk());
  EXPECT_EQ(ledger.debt().position, At({{kPrincipal, 50}, {kFees, 10}}));
  EXPECT_THAT(ledger.corrections(), IsEmpty());
}

TEST(PostFacts, LinksACorrectionToWhatItCorrects) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  ASSERT_EQ(ledger.journal().size(), 4U);
  const Entry& correction = ledger.entry(4);
  EXPECT_EQ(correction.kind, EntryKind::kCorrection);
  EXPECT_EQ(correction.number, 4);
  EXPECT_EQ(correction.linked, E(2));
  EXPECT_EQ(correction.value_date, Day(2026, 3, 10)) << "it counts where the corrected entry does";
  EXPECT_EQ(correction.booked_time, ledger.entry(3).booked_time);
  EXPECT_EQ(correction.amount, 0);
  EXPECT_EQ(correction.actor, "agent-1");
  EXPECT_FALSE(correction.id.IsNil());
  EXPECT_TRUE(correction.external_ref.empty());
  EXPECT_EQ(correction.postings,
            (std::vector<Posting>{{Account::kPrincipal, 30}, {Account::kFees, -30}}));
  EXPECT_EQ(ledger.debt().entry_count, 4);
  EXPECT_EQ(ledger.debt().last_value_date, Day(2026, 3, 10));
}

TEST(PostFacts, CorrectsEveryAllocationThatFollows) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 1), 60), Charge(3, Day(2026, 3, 5), 10, kFees),
                           Payment(4, Day(2026, 3, 10), 60)}),
              IsOk());
  EXPECT_EQ(ledger.debt().position, Holding(10));
  ASSERT_THAT(ledger.Post({Payment(5, Day(2026, 2, 1), 100)}), IsOk());
  // The principal was gone by then: both payments and the charge fed or used credit.
  EXPECT_EQ(ledger.corrections().size(), 3U);
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 1)), Position{});
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 1)), Holding(60));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 5)), Holding(50));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10)), Holding(110));
  EXPECT_THAT(ledger.Findings(), IsEmpty());
}

TEST(PostFacts, PostsNoCorrectionWhereNoAllocationChanges) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 1), 10)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 1), 10)}), IsOk());
  EXPECT_THAT(ledger.corrections(), IsEmpty());
  EXPECT_EQ(ledger.debt().position, Owing(80));
}

TEST(PostFacts, TakesABatchInAnyOrderOfDays) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 1), 60), Charge(3, Day(2026, 2, 1), 20, kFees),
                           Charge(4, Day(2026, 2, 1), 20, kCosts)}),
              IsOk());
  EXPECT_EQ(ledger.entry(2).id, E(2)) << "numbers follow the batch";
  EXPECT_EQ(ledger.entry(3).id, E(3));
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 1)), At({{kPrincipal, 100}, {kFees, 20}, {kCosts, 20}}));
  EXPECT_EQ(ledger.debt().position, Owing(80));
  EXPECT_THAT(ledger.corrections(), IsEmpty()) << "what is new shows its place at once";
}

TEST(PostFacts, MakesADebtPaidByPaymentOrCreditAlike) {
  for (const Fact& fact : {Payment(2, Day(2026, 2, 1), 100), Credit(2, Day(2026, 2, 1), 100),
                           Credit(2, Day(2026, 2, 1), 101, kFees)}) {
    TestLedger ledger(InBuckets({{kPrincipal, 100}}));
    ASSERT_THAT(ledger.Post({fact}), IsOk());
    EXPECT_EQ(ledger.debt().status, DebtStatus::kPaid);
  }
}

TEST(PostFacts, LeavesAReceivedDebtToItsReview) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}), /*review=*/true);
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 1), 100)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kReceived);
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 1), 1)}), IsOk());
  EXPECT_EQ(ledger.debt().status, DebtStatus::kReceived);
}

TEST(PostFacts, RefusesARejectedDebt) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}), /*review=*/true);
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 1), 100)}), IsOk());
  ledger.SetDebt(RefusePlacement(ledger.debt(), Secret("not ours"), ledger.now()).value());
  EXPECT_THAT(ledger.Post({Payment(3, Day(2026, 2, 1), 100)}),
              IsRefused(Reason::kDebtClosedToEntries));
  EXPECT_THAT(ledger.Reverse(2), IsRefused(Reason::kDebtClosedToEntries));
}

TEST(PostFacts, RefusesABalanceThatTheLedgerCannotHold) {
  TestLedger ledger(InBuckets({{kPrincipal, kLargestBalance}}));
  EXPECT_THAT(ledger.Post({Charge(2, Day(2026, 2, 1), 1)}), IsRefused(Reason::kBalanceOutOfRange));
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 1)}), IsOk());
  EXPECT_THAT(ledger.Post({Charge(4, Day(2026, 2, 1), 1)}), IsRefused(Reason::kBalanceOutOfRange))
      << "on 2026-02-01 it would be too large, though not in the end";
  EXPECT_THAT(ledger.Post({Charge(5, Day(2026, 3, 1), 1)}), IsOk());
}

TEST(PostFacts, RefusesTheWholeBatchOrNothing) {
  TestLedger ledger(InBuckets({{kPrincipal, kLargestBalance}}));
  const Debt before = ledger.debt();
  EXPECT_FALSE(ledger.Post({Payment(2, Day(2026, 2, 1), 5), Charge(3, Day(2026, 2, 1), 6)}).ok());
  EXPECT_EQ(ledger.debt(), before);
  EXPECT_EQ(ledger.journal().size(), 1U);
}

TEST(PostFacts, JudgesNothingByAJournalThatIsNotTheWholeOne) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  const std::vector<Fact> backdated = {Charge(3, Day(2026, 2, 15), 30, kFees)};
  std::vector<Entry> journal = ledger.journal();
  const auto post = [&] {
    return PostFacts(ledger.debt(), backdated, journal, ledger.NextStamp(), ledger.NextIds());
  };
  EXPECT_THAT(post(), IsOk());
  journal.pop_back();
  EXPECT_THAT(post(), IsRefused(Reason::kRecordCorrupt));
  EXPECT_THAT(PostReversal(ledger.debt(), {.id = E(9), .reverses = E(2)}, {}, ledger.NextStamp(),
                           ledger.NextIds()),
              IsRefused(Reason::kEntryNotFound));
}

// A writer that waited for the debtor's lock read the clock before the one that went first.
TEST(PostFacts, NeverBooksAnEntryBeforeTheOnesItStandsOn) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 1), 50)}), IsOk());
  const absl::Time first = ledger.now();
  ledger.SetNow(first - absl::Minutes(1));
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 2, 1), 150)}), IsOk());
  EXPECT_EQ(ledger.entry(3).booked_time, first + absl::Microseconds(1));
  EXPECT_EQ(ledger.debt().updated_time, ledger.entry(3).booked_time);
  ledger.SetNow(first - absl::Minutes(1));
  ASSERT_THAT(ledger.Reverse(3), IsOk());
  EXPECT_EQ(ledger.entry(4).booked_time, first + absl::Microseconds(2));
  EXPECT_EQ(ledger.AsOf(Day::max(), first), Owing(150)) << "what was known then stays known";
}

TEST(PostFacts, OfNothingChangesNothingButTheTime) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  Debt expected = ledger.debt();
  ASSERT_THAT(ledger.Post({}), IsOk());
  expected.updated_time = ledger.now();
  EXPECT_EQ(ledger.debt(), expected);
}

}  // namespace
}  // namespace parley
