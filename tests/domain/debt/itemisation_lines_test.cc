// SPDX-License-Identifier: Apache-2.0
// Interest, relief and recovery in itemisations and statements. 365.00 bear 0.05 a day.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "domain/debt/itemisation.h"
#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kInterest = Bucket::kInterest;
constexpr Bucket kFees = Bucket::kFees;
constexpr Day kMarchEnd = Day(2026, 3, 31);

using Told = std::tuple<std::string, std::int64_t, int>;             // Kind, amount, entries.
using Moved = std::tuple<std::int64_t, std::int64_t, std::int64_t>;  // Number, change, balance.

TestLedger Bearing() {
  return TestLedger(APlacementBearing(WithInterest(), InBuckets({{kPrincipal, 36'500}})));
}

// The lines, which add up to the net with the amount at the itemisation date.
std::vector<Told> LinesOf(const TestLedger& ledger, Day as_of) {
  const Itemisation itemisation =
      Itemise(ledger.debt(), ledger.journal(), as_of, absl::InfiniteFuture()).value();
  std::vector<Told> told;
  std::int64_t sum = itemisation.amount_at_itemisation_date;
  for (const ItemisationLine& line : itemisation.lines) {
    told.emplace_back(NameOf(line.kind), line.amount, line.entry_count);
    sum += line.amount;
  }
  EXPECT_EQ(sum, ledger.BalanceAsOf(as_of));
  return told;
}

std::vector<Moved> MovementsOf(const Statement& statement) {
  std::vector<Moved> movements;
  for (const Movement& movement : statement.movements) {
    movements.emplace_back(movement.entry->number, movement.amount, movement.balance_after);
  }
  return movements;
}

Statement Issued(const TestLedger& ledger, Day from, Day to) {
  return MakeStatement(ledger.journal(), {from, to}, absl::InfiniteFuture()).value();
}

// Interest of two months, which a payment of 73.50 that counts from 10 February changes.
TestLedger WithABackdatedPayment() {
  TestLedger ledger = Bearing();
  EXPECT_TRUE(ledger.PostInterestThrough(kMarchEnd).ok());
  EXPECT_TRUE(ledger.Post({Payment(2, Day(2026, 2, 10), 7'350)}).ok());
  return ledger;
}

TEST(Itemise, TellsALineForEachKindAndAddsUp) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Fee(2, Day(2026, 2, 5), 300)}), IsOk());
  // 0.50 of interest are due on each of the two days; 73.00 of the payment reach the principal.
  ASSERT_THAT(ledger.Post({Waiver(3, Day(2026, 2, 10), 100, kFees)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(4, Day(2026, 2, 20), 200 + 100 + 7'300)}), IsOk());
  // 0.04 a day: 0.32 in February and 0.40 in March.
  ASSERT_THAT(ledger.Post({WriteOff(5, Day(2026, 3, 10), 29'200 + 32 + 40)}), IsOk());
  EXPECT_EQ(LinesOf(ledger, Day(2026, 3, 10)), (std::vector<Told>{{"INTEREST", 172, 4},
                                                                  {"FEES", 300, 1},
                                                                  {"PAYMENTS", -7'600, 1},
                                                                  {"WAIVERS", -100, 1},
                                                                  {"WRITE_OFFS", -29'272, 1}}));
  // All of it comes in after all, and 0.28 more, which go back.
  ASSERT_THAT(ledger.Post({Payment(6, Day(2026, 3, 20), 29'300)}), IsOk());
  EXPECT_EQ(ledger.balance(), -28);
  ASSERT_THAT(ledger.Post({Refund(7, Day(2026, 3, 25), 28)}), IsOk());
  EXPECT_EQ(LinesOf(ledger, kMarchEnd), (std::vector<Told>{{"INTEREST", 172, 4},
                                                           {"FEES", 300, 1},
                                                           {"PAYMENTS", -36'900, 2},
                                                           {"WAIVERS", -100, 1},
                                                           {"WRITE_OFFS", 0, 1},
                                                           {"REFUNDS", 28, 1}}));
  EXPECT_EQ(ledger.balance(), 0);
}

TEST(Itemise, TellsAWriteOffLessWhatCameInOfIt) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({WriteOff(2, Day(2026, 2, 11), 120)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 50)}), IsOk());
  EXPECT_EQ(LinesOf(ledger, kMarchEnd),
            (std::vector<Told>{{"PAYMENTS", -50, 1}, {"WRITE_OFFS", -70, 1}}));
  EXPECT_EQ(ledger.balance(), 0);
}

TEST(Itemise, CountsReversalsInTheLinesOfReliefRefundsAndFees) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({WriteOff(2, Day(2026, 2, 11), 120)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 1), 50)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 2)), IsOk());
  EXPECT_EQ(LinesOf(ledger, kMarchEnd),
            (std::vector<Told>{{"PAYMENTS", -50, 1}, {"WRITE_OFFS", 0, 2}}));
  ASSERT_THAT(ledger.Post({Fee(4, Day(2026, 3, 3), 9), Waiver(5, Day(2026, 3, 4), 9, kFees),
                           Payment(6, Day(2026, 3, 5), 80), Refund(7, Day(2026, 3, 6), 10)}),
              IsOk());
  for (const std::uint64_t number : {7U, 5U, 4U}) ASSERT_THAT(ledger.Reverse(number), IsOk());
  EXPECT_EQ(LinesOf(ledger, kMarchEnd), (std::vector<Told>{{"FEES", 0, 2},
                                                           {"PAYMENTS", -130, 2},
                                                           {"WAIVERS", 0, 2},
                                                           {"WRITE_OFFS", 0, 2},
                                                           {"REFUNDS", 0, 2}}));
  EXPECT_EQ(ledger.balance(), -10);
}

TEST(Itemise, TellsInterestAsItsCorrectionsLeaveItAndCountsItsLines) {
  // 0.50 to 10 February, 0.72 to its end and 1.24 in March.
  EXPECT_EQ(LinesOf(WithABackdatedPayment(), kMarchEnd),
            (std::vector<Told>{{"INTEREST", 50 + 72 + 124, 3}, {"PAYMENTS", -7'350, 1}}));
}

TEST(Itemise, TellsChargedInterestWithTheInterestThatWasPosted) {
  TestLedger ledger = Bearing();
  ASSERT_THAT(ledger.Post({Charge(2, Day(2026, 2, 10), 11, kInterest)}), IsOk());
  ASSERT_THAT(ledger.PostInterestThrough(Day(2026, 2, 28)), IsOk());
  EXPECT_EQ(LinesOf(ledger, Day(2026, 2, 28)), (std::vector<Told>{{"INTEREST", 151, 2}}));
}

TEST(MakeStatement, TellsCorrectionsThatChangeTheBalance) {
  const TestLedger ledger = WithABackdatedPayment();
  // 2 and 3 are the lines of interest, 4 that of 10 February, 6 and 7 the corrections.
  const Statement february = Issued(ledger, Day(2026, 2, 1), Day(2026, 2, 28));
  EXPECT_EQ(february.opening, Owing(36'500));
  EXPECT_EQ(MovementsOf(february),
            (std::vector<Moved>{
                {4, 50, 36'550}, {5, -7'350, 29'200}, {2, 140, 29'340}, {6, -68, 29'272}}));
  EXPECT_EQ(february.closing, At({{kPrincipal, 29'200}, {kInterest, 72}}));
  const Statement march = Issued(ledger, Day(2026, 3, 1), kMarchEnd);
  EXPECT_EQ(march.opening, february.closing);
  EXPECT_EQ(MovementsOf(march), (std::vector<Moved>{{3, 155, 29'427}, {7, -31, 29'396}}));
  EXPECT_EQ(march.closing, At({{kPrincipal, 29'200}, {kInterest, 196}}));
}

TEST(MakeStatement, LeavesOutCorrectionsThatOnlyMoveBetweenBuckets) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  ASSERT_EQ(ledger.corrections().size(), 1U);
  EXPECT_EQ(MovementsOf(Issued(ledger, Day(2026, 3, 1), kMarchEnd)),
            (std::vector<Moved>{{2, -50, 100}}));
}

TEST(MakeStatement, TellsAWriteOffItsRecoveryAndARefund) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({WriteOff(2, Day(2026, 2, 11), 100), Payment(3, Day(2026, 2, 12), 130),
                           Refund(4, Day(2026, 2, 13), 30)}),
              IsOk());
  // What recovers a write-off changes no balance: nothing was asked for any more.
  EXPECT_EQ(MovementsOf(Issued(ledger, Day(2026, 2, 1), Day(2026, 2, 28))),
            (std::vector<Moved>{{2, -100, 0}, {3, -30, -30}, {4, 30, 0}}));
}

}  // namespace
}  // namespace parley
