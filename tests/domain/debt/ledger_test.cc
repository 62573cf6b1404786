// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kFees = Bucket::kFees;
constexpr Bucket kInterest = Bucket::kInterest;

Entry FactEntry(EntryKind kind, std::int64_t amount, std::optional<Bucket> bucket = {}) {
  return AnEntry(2)
      .With(&Entry::kind, kind)
      .With(&Entry::amount, amount)
      .With(&Entry::bucket, bucket)
      .With(&Entry::postings, std::vector<Posting>());
}

TEST(GrossEffect, OfAChargeRaisesItsBucket) {
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kCharge, 5, kFees), nullptr),
              IsOkAnd(At({{kFees, 5}})));
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kCharge, 5), nullptr), IsOkAnd(Owing(5)));
}

TEST(GrossEffect, OfACreditLowersItsBucket) {
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kCredit, 5, kFees), nullptr),
              IsOkAnd(At({{kFees, -5}})));
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kCredit, 5), nullptr), IsOkAnd(Owing(-5)));
}

TEST(GrossEffect, OfAPaymentIsHeldUntilItIsSettled) {
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kPayment, 5), nullptr), IsOkAnd(Holding(5)));
}

TEST(GrossEffect, OfAReversalUndoesTheReversedEffect) {
  const Position reversed = At({{kFees, -20}, {kPrincipal, -30}}, 4);
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kReversal, 5), &reversed),
              IsOkAnd(At({{kFees, 20}, {kPrincipal, 30}}, -4)));
}

TEST(GrossEffect, OfAReversalOfNothingIsACorruptRecord) {
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kReversal, 5), nullptr),
              IsRefused(Reason::kRecordCorrupt));
}

TEST(GrossEffect, RefusesToUndoWhatHasNoOpposite) {
  const Position reversed = Owing(std::numeric_limits<std::int64_t>::min());
  EXPECT_THAT(GrossEffect(FactEntry(EntryKind::kReversal, 5), &reversed),
              IsRefused(Reason::kBalanceOutOfRange));
}

TEST(GrossEffect, OfAnOpeningIsWhatItsPostingsSay) {
  const Entry opening = AnOpening(70);
  EXPECT_THAT(GrossEffect(opening, nullptr), IsOkAnd(Owing(70)));
}

TEST(CounterAccountFor, FollowsTheKindAndForAReversalThatOfTheReversedEntry) {
  const Entry payment = FactEntry(EntryKind::kPayment, 5);
  const Entry charge = FactEntry(EntryKind::kCharge, 5);
  const Entry credit = FactEntry(EntryKind::kCredit, 5);
  const Entry reversal = FactEntry(EntryKind::kReversal, 5);
  EXPECT_EQ(CounterAccountFor(payment, nullptr), Account::kPayments);
  EXPECT_EQ(CounterAccountFor(charge, nullptr), Account::kCharges);
  EXPECT_EQ(CounterAccountFor(credit, nullptr), Account::kCredits);
  EXPECT_EQ(CounterAccountFor(AnOpening().Build(), nullptr), Account::kPlacement);
  EXPECT_EQ(CounterAccountFor(reversal, &payment), Account::kPayments);
  EXPECT_EQ(CounterAccountFor(reversal, &charge), Account::kCharges);
  EXPECT_EQ(CounterAccountFor(reversal, &credit), Account::kCredits);
}

TEST(Book, ShowsTheAllocationOfAPayment) {
  const auto booking = Book(At({{kPrincipal, 100}, {kFees, 20}}),
                            FactEntry(EntryKind::kPayment, 50), nullptr, nullptr);
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, Owing(70));
  EXPECT_EQ(booking->postings,
            (std::vector<Posting>{
                {Account::kPrincipal, -30}, {Account::kFees, -20}, {Account::kPayments, 50}}));
}

TEST(Book, UsesUpCreditByACharge) {
  const auto booking =
      Book(Holding(30), FactEntry(EntryKind::kCharge, 50, kFees), nullptr, nullptr);
  ASSERT_THAT(booking, IsOk());
  EXPECT_EQ(booking->after, At({{kFees, 20}}));
  EXPECT_EQ(booking->postings,
            (std::vector<Posting>{
                {Account::kFees, 20}, {Account::kCreditBalance, 30}, {Account::kCharges, -50}}));
}

TEST(Book, RefusesABalanceThatTheLedgerCannotHold) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  EXPECT_THAT(
      Book(Owing(kLargestBalance), FactEntry(EntryKind::kCharge, 1, kFees), nullptr, nullptr),
      IsRefused(Reason::kBalanceOutOfRange));
  EXPECT_THAT(Book(Owing(1), FactEntry(EntryKind::kCharge, most), nullptr, nullptr),
              IsRefused(Reason::kBalanceOutOfRange));
  EXPECT_THAT(Book(Holding(kLargestBalance), FactEntry(EntryKind::kPayment, 1), nullptr, nullptr),
              IsRefused(Reason::kBalanceOutOfRange));
  EXPECT_THAT(Book(Owing(kLargestBalance), FactEntry(EntryKind::kPayment, kLargestBalance), nullptr,
                   nullptr),
              IsOk());
}

// A story in which money that came late changes what earlier money paid.
TestLedger Backdated() {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_TRUE(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}).ok());
  EXPECT_TRUE(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}).ok());
  return ledger;
}

TEST(PositionAsOf, CountsAnEntryFromItsValueDateOn) {
  const TestLedger ledger = Backdated();
  EXPECT_EQ(ledger.AsOf(Day(2026, 1, 30)), Position{});
  EXPECT_EQ(ledger.AsOf(Day(2026, 1, 31)), At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 14)), At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 2, 15)), At({{kPrincipal, 100}, {kFees, 50}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 9)), At({{kPrincipal, 100}, {kFees, 50}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10)), Owing(100));
  EXPECT_EQ(ledger.AsOf(Day::max()), Owing(100));
}

TEST(PositionAsOf, TellsTheOldPictureAsItWasKnown) {
  const TestLedger ledger = Backdated();
  const absl::Time payment = ledger.entry(2).booked_time;
  const absl::Time charge = ledger.entry(3).booked_time;
  const absl::Duration step = absl::Microseconds(1);
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10), charge - step), Owing(70));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10), charge), Owing(100));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 9), charge - step), At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10), payment), Owing(70));
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10), payment - step), At({{kPrincipal, 100}, {kFees, 20}}));
  EXPECT_EQ(ledger.AsOf(Day::max(), absl::InfinitePast()), Position{});
}

TEST(PositionAsOf, DoesNotMindTheOrderOfEntries) {
  const TestLedger ledger = Backdated();
  std::vector<Entry> shuffled = ledger.journal();
  std::reverse(shuffled.begin(), shuffled.end());
  EXPECT_THAT(PositionAsOf(shuffled, Day(2026, 3, 10)), IsOkAnd(Owing(100)));
}

TEST(PositionAsOf, RefusesASumThatDoesNotFit) {
  const Entry entry = AnEntry().With(
      &Entry::postings,
      std::vector<Posting>{{Account::kPrincipal, std::numeric_limits<std::int64_t>::max()}});
  const std::vector<Entry> journal = {entry, entry};
  EXPECT_THAT(PositionAsOf(journal, Day::max()), IsRefused(Reason::kBalanceOutOfRange));
}

TEST(ReplayFacts, TakesFactsByValueDateThenByNumberAndLeavesCorrectionsOut) {
  TestLedger ledger = Backdated();
  ASSERT_TRUE(ledger.Post({Payment(4, Day(2026, 3, 10), 5)}).ok());
  std::vector<Entry> shuffled = ledger.journal();
  std::reverse(shuffled.begin(), shuffled.end());
  const auto replay = ReplayFacts(shuffled);
  ASSERT_THAT(replay, IsOk());
  std::vector<std::int64_t> numbers;
  for (const Replayed& fact : replay->facts) numbers.push_back(fact.number);
  // Entry 4 of the journal is the correction.
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{1, 3, 2, 5}));
  EXPECT_EQ(replay->final_position, ledger.debt().position);
  EXPECT_EQ(replay->facts[2].postings,
            (std::vector<Posting>{{Account::kFees, -50}, {Account::kPayments, 50}}));
}

TEST(ReplayFacts, OfNoEntriesEndsWithNothingOwed) {
  const auto replay = ReplayFacts({});
  ASSERT_THAT(replay, IsOk());
  EXPECT_TRUE(replay->facts.empty());
  EXPECT_EQ(replay->final_position, Position{});
}

TEST(FindMissingCorrections, FindsNothingInAJournalThatShowsEverything) {
  const TestLedger ledger = Backdated();
  const auto replay = ReplayFacts(ledger.journal());
  ASSERT_THAT(replay, IsOk());
  EXPECT_THAT(FindMissingCorrections(ledger.journal(), *replay), IsOkAnd(::testing::IsEmpty()));
}

TEST(FindMissingCorrections, FindsTheDifferenceThatTheJournalDoesNotShow) {
  std::vector<Entry> journal = Backdated().journal();
  ASSERT_EQ(journal.back().kind, EntryKind::kCorrection);
  const Entry correction = journal.back();
  journal.pop_back();
  const auto missing = FindMissingCorrections(journal, ReplayFacts(journal).value());
  ASSERT_THAT(missing, IsOk());
  ASSERT_EQ(missing->size(), 1U);
  EXPECT_EQ(missing->front().corrects, E(2));
  EXPECT_EQ(missing->front().value_date, Day(2026, 3, 10));
  EXPECT_EQ(missing->front().postings, correction.postings);
}

TEST(FindMissingCorrections, CountsWhatEarlierCorrectionsShow) {
  TestLedger ledger = Backdated();
  // A second backdated charge moves the rest of the same payment.
  ASSERT_TRUE(ledger.Post({Charge(4, Day(2026, 2, 10), 10, kInterest)}).ok());
  EXPECT_EQ(ledger.AsOf(Day(2026, 3, 10)), At({{kPrincipal, 100}, {kInterest, 10}}));
  ASSERT_TRUE(ledger.Post({Credit(5, Day(2026, 2, 20), 30, kFees)}).ok());
  EXPECT_EQ(ledger.corrections().size(), 2U);
  EXPECT_EQ(ledger.corrections().back()->postings,
            (std::vector<Posting>{
                {Account::kPrincipal, -20}, {Account::kInterest, -10}, {Account::kFees, 30}}));
}

}  // namespace
}  // namespace parley
