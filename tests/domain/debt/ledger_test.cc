// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kFees = Bucket::kFees;
constexpr Bucket kInterest = Bucket::kInterest;

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

TEST(Replay, TakesFactsByValueDateThenByNumberAndLeavesCorrectionsOut) {
  TestLedger ledger = Backdated();
  ASSERT_TRUE(ledger.Post({Payment(4, Day(2026, 3, 10), 5)}).ok());
  std::vector<Entry> shuffled = ledger.journal();
  std::reverse(shuffled.begin(), shuffled.end());
  const auto replay = Replay(shuffled, ledger.debt().rules, Day::min());
  ASSERT_THAT(replay, IsOk());
  std::vector<std::int64_t> numbers;
  for (const Line& line : replay->lines()) numbers.push_back(line.fact->number);
  // Entry 4 of the journal is the correction.
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{1, 3, 2, 5}));
  EXPECT_EQ(replay->standing(), StandingOf(ledger.debt()));
  EXPECT_EQ(replay->lines()[2].postings,
            (std::vector<Posting>{{Account::kFees, -50}, {Account::kPayments, 50}}));
}

TEST(Replay, OfNoEntriesEndsWithNothingOwed) {
  const LedgerRules rules;
  const auto replay = Replay({}, rules, Day::max());
  ASSERT_THAT(replay, IsOk());
  EXPECT_TRUE(replay->lines().empty());
  EXPECT_EQ(replay->standing(), LedgerStanding{});
}

TEST(FindAmendments, FindsNothingInAJournalThatShowsEverything) {
  const TestLedger ledger = Backdated();
  const auto replay = Replay(ledger.journal(), ledger.debt().rules, Day::min());
  ASSERT_THAT(replay, IsOk());
  EXPECT_THAT(FindAmendments(ledger.journal(), *replay), ::testing::IsEmpty());
}

TEST(FindAmendments, FindsTheDifferenceThatTheJournalDoesNotShow) {
  std::vector<Entry> journal = Backdated().journal();
  ASSERT_EQ(journal.back().kind, EntryKind::kCorrection);
  const Entry correction = journal.back();
  journal.pop_back();
  const LedgerRules rules;
  const auto replay = Replay(journal, rules, Day::min());
  ASSERT_THAT(replay, IsOk());
  const std::vector<Amendment> missing = FindAmendments(journal, *replay);
  ASSERT_EQ(missing.size(), 1U);
  ASSERT_NE(missing.front().corrects, nullptr);
  EXPECT_EQ(missing.front().corrects->id, E(2));
  EXPECT_EQ(missing.front().corrects->value_date, Day(2026, 3, 10));
  EXPECT_EQ(missing.front().postings, correction.postings);
}

TEST(FindAmendments, CountsWhatEarlierCorrectionsShow) {
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
