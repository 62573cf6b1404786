// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/itemisation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

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

using Line = std::tuple<std::string, std::int64_t, int>;

std::vector<Line> LinesOf(const Itemisation& itemisation) {
  std::vector<Line> lines;
  for (const ItemisationLine& line : itemisation.lines) {
    lines.emplace_back(NameOf(line.kind), line.amount, line.entry_count);
  }
  return lines;
}

using Moved = std::tuple<std::int64_t, std::int64_t, std::int64_t>;  // Number, change, balance.

std::vector<Moved> MovementsOf(const Statement& statement) {
  std::vector<Moved> movements;
  for (const Movement& movement : statement.movements) {
    movements.emplace_back(movement.entry->number, movement.amount, movement.balance_after);
  }
  return movements;
}

Itemisation Itemised(const TestLedger& ledger, Day as_of,
                     absl::Time known_at = absl::InfiniteFuture()) {
  return Itemise(ledger.debt(), ledger.journal(), as_of, known_at).value();
}

Statement Issued(const TestLedger& ledger, Period period,
                 absl::Time known_at = absl::InfiniteFuture()) {
  return MakeStatement(ledger.journal(), period, known_at).value();
}

TEST(ItemisationKind, HasAName) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"CHARGES", "INTEREST", "FEES", "COSTS", "PENALTY",
                                       "PAYMENTS", "CREDITS", "WAIVERS", "WRITE_OFFS", "REFUNDS"});
  ASSERT_EQ(kNames.size(), static_cast<std::size_t>(ItemisationKind::kRefunds) + 1);
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    EXPECT_EQ(NameOf(static_cast<ItemisationKind>(at)), kNames.at(at));
  }
}

TEST(Itemise, SumsEachKindSinceTheItemisationDate) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}, {kFees, 50}}));
  ASSERT_THAT(
      ledger.Post({Charge(2, Day(2026, 2, 1), 7), Charge(3, Day(2026, 2, 1), 20, kInterest),
                   Charge(4, Day(2026, 2, 2), 30, kFees), Charge(5, Day(2026, 2, 3), 40, kCosts),
                   Charge(6, Day(2026, 2, 4), 50, kPenalty), Payment(7, Day(2026, 2, 5), 100),
                   Payment(8, Day(2026, 2, 6), 200), Credit(9, Day(2026, 2, 7), 9, kFees)}),
      IsOk());
  const Itemisation itemisation = Itemised(ledger, Day(2026, 2, 28));
  EXPECT_EQ(itemisation.as_of, Day(2026, 2, 28));
  EXPECT_EQ(itemisation.known_at, absl::InfiniteFuture());
  EXPECT_EQ(itemisation.amount_at_itemisation_date, 1050);
  EXPECT_EQ(LinesOf(itemisation), (std::vector<Line>{{"CHARGES", 7, 1},
                                                     {"INTEREST", 20, 1},
                                                     {"FEES", 30, 1},
                                                     {"COSTS", 40, 1},
                                                     {"PENALTY", 50, 1},
                                                     {"PAYMENTS", -300, 2},
                                                     {"CREDITS", -9, 1}}));
  EXPECT_EQ(itemisation.position, ledger.debt().position);
  EXPECT_EQ(Net(itemisation.position), 1050 + 7 + 20 + 30 + 40 + 50 - 300 - 9);
}

TEST(Itemise, LeavesOutWhatCountsLater) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 5), 100), Payment(3, Day(2026, 2, 6), 200)}),
              IsOk());
  EXPECT_THAT(LinesOf(Itemised(ledger, Day(2026, 2, 4))), IsEmpty());
  EXPECT_EQ(LinesOf(Itemised(ledger, Day(2026, 2, 5))), (std::vector<Line>{{"PAYMENTS", -100, 1}}));
  EXPECT_EQ(Itemised(ledger, Day(2026, 2, 5)).position, Owing(900));
}

TEST(Itemise, CountsTheItemisationDateItselfInItsAmount) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  ASSERT_THAT(ledger.Post({Payment(2, TestLedger::kOpened, 100)}), IsOk());
  const Itemisation itemisation = Itemised(ledger, TestLedger::kOpened);
  EXPECT_EQ(itemisation.amount_at_itemisation_date, 900);
  EXPECT_THAT(itemisation.lines, IsEmpty());
}

TEST(Itemise, CountsAReversalInTheLineOfWhatItReverses) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 5), 100), Charge(3, Day(2026, 2, 6), 30, kFees),
                           Credit(4, Day(2026, 2, 7), 5)}),
              IsOk());
  ASSERT_THAT(ledger.Reverse(2, Day(2026, 3, 1)), IsOk());
  ASSERT_THAT(ledger.Reverse(3, Day(2026, 3, 1)), IsOk());
  ASSERT_THAT(ledger.Reverse(4, Day(2026, 3, 1)), IsOk());
  EXPECT_EQ(LinesOf(Itemised(ledger, Day(2026, 3, 1))),
            (std::vector<Line>{{"FEES", 0, 2}, {"PAYMENTS", 0, 2}, {"CREDITS", 0, 2}}));
  EXPECT_EQ(LinesOf(Itemised(ledger, Day(2026, 2, 28))),
            (std::vector<Line>{{"FEES", 30, 1}, {"PAYMENTS", -100, 1}, {"CREDITS", -5, 1}}));
}

TEST(Itemise, LeavesCorrectionsOut) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  ASSERT_THAT(ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees)}), IsOk());
  ASSERT_EQ(ledger.corrections().size(), 1U);
  const Itemisation itemisation = Itemised(ledger, Day(2026, 3, 10));
  EXPECT_EQ(LinesOf(itemisation), (std::vector<Line>{{"FEES", 30, 1}, {"PAYMENTS", -50, 1}}));
  EXPECT_EQ(itemisation.position, Owing(100));
}

TEST(Itemise, TellsWhatWasKnown) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  const absl::Time placed = ledger.now();
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 5), 100)}), IsOk());
  const absl::Time paid = ledger.now();
  const Itemisation before = Itemised(ledger, Day(2026, 2, 5), paid - absl::Microseconds(1));
  EXPECT_THAT(before.lines, IsEmpty());
  EXPECT_EQ(before.position, Owing(1000));
  EXPECT_EQ(LinesOf(Itemised(ledger, Day(2026, 2, 5), paid)),
            (std::vector<Line>{{"PAYMENTS", -100, 1}}));
  const Itemisation unborn = Itemised(ledger, Day(2026, 2, 5), placed - absl::Microseconds(1));
  EXPECT_EQ(unborn.amount_at_itemisation_date, 0);
  EXPECT_EQ(unborn.position, Position{});
}

TEST(Itemise, TellsCreditBelowZero) {
  TestLedger ledger(InBuckets({{kPrincipal, -30}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 2, 5), 10)}), IsOk());
  const Itemisation itemisation = Itemised(ledger, Day(2026, 2, 5));
  EXPECT_EQ(itemisation.amount_at_itemisation_date, -30);
  EXPECT_EQ(itemisation.position, Holding(40));
}

TEST(Itemise, RefusesADayBeforeTheItemisationDate) {
  const TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  const auto refused =
      Itemise(ledger.debt(), ledger.journal(), TestLedger::kOpened - 1, absl::InfiniteFuture());
  EXPECT_THAT(refused, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(ViolationsOf(refused.status()),
            (std::vector<Violation>{{"as_of_date", Fault::kDateBeforeOpening}}));
}

// Each balance fits, but what was charged in all that time does not.
TEST(Itemise, RefusesALineThatDoesNotFitInsteadOfWrapping) {
  TestLedger ledger((Buckets()));
  for (int round = 0; round < 3; ++round) {
    const Day day = Day(2026, 2, 1) + round;
    const auto number = static_cast<std::uint64_t>(2 * round + 1);
    ASSERT_THAT(ledger.Post({Charge(number, day, kLargestBalance),
                             Payment(number + 1, day, kLargestBalance)}),
                IsOk());
  }
  EXPECT_THAT(Itemise(ledger.debt(), ledger.journal(), Day(2026, 2, 2), absl::InfiniteFuture()),
              IsOk());
  EXPECT_THAT(Itemise(ledger.debt(), ledger.journal(), Day(2026, 2, 3), absl::InfiniteFuture()),
              IsRefused(Reason::kBalanceOutOfRange));
}

TEST(Itemise, RefusesAJournalWhoseBucketsDoNotFitTogether) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::vector<Entry> journal = {AnOpening().With(
      &Entry::postings, std::vector<Posting>{{Account::kPrincipal, most}, {Account::kFees, most}})};
  EXPECT_THAT(Itemise(ADebt().Build(), journal, Day(2026, 2, 1), absl::InfiniteFuture()),
              IsRefused(Reason::kBalanceOutOfRange));
}

TEST(MakeStatement, TellsThePeriodWithBothItsEnds) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  ASSERT_THAT(
      ledger.Post({Payment(2, Day(2026, 2, 28), 1), Payment(3, Day(2026, 3, 1), 20),
                   Charge(4, Day(2026, 3, 31), 300, kFees), Payment(5, Day(2026, 4, 1), 4000)}),
      IsOk());
  const Period march = {Day(2026, 3, 1), Day(2026, 3, 31)};
  const Statement statement = Issued(ledger, march);
  EXPECT_EQ(statement.period, march);
  EXPECT_EQ(statement.opening, Owing(999));
  EXPECT_EQ(MovementsOf(statement), (std::vector<Moved>{{3, -20, 979}, {4, 300, 1279}}));
  EXPECT_EQ(statement.closing, At({{kPrincipal, 979}, {kFees, 300}}));
}

TEST(MakeStatement, BeginsWithNothingBeforeTheOpening) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  const Statement statement = Issued(ledger, {Day(2026, 1, 1), Day(2026, 1, 31)});
  EXPECT_EQ(statement.opening, Position{});
  EXPECT_EQ(MovementsOf(statement), (std::vector<Moved>{{1, 1000, 1000}}));
}

TEST(MakeStatement, OrdersMovementsByValueDateThenBooking) {
  TestLedger ledger(InBuckets({{kPrincipal, 1000}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 5), 1)}), IsOk());
  ASSERT_THAT(ledger.Post({Payment(3, Day(2026, 3, 2), 2), Payment(4, Day(2026, 3, 5), 3),
                           Payment(5, Day(2026, 3, 2), 4)}),
              IsOk());
  EXPECT_EQ(MovementsOf(Issued(ledger, {Day(2026, 3, 1), Day(2026, 3, 31)})),
            (std::vector<Moved>{{3, -2, 998}, {5, -4, 994}, {2, -1, 993}, {4, -3, 990}}));
}

TEST(MakeStatement, IsTheSameWhenIssuedAgain) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}, {kFees, 20}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  const Period march = {Day(2026, 3, 1), Day(2026, 3, 31)};
  const absl::Time issued = ledger.now();
  const Statement first = Issued(ledger, march, issued);
  EXPECT_EQ(first.known_at, issued);
  EXPECT_EQ(first.closing, Owing(70));
  const std::vector<Moved> first_movements = MovementsOf(first);

  ASSERT_THAT(
      ledger.Post({Charge(3, Day(2026, 2, 15), 30, kFees), Payment(4, Day(2026, 3, 20), 5)}),
      IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  const Statement again = Issued(ledger, march, issued);
  EXPECT_EQ(again.opening, first.opening);
  EXPECT_EQ(again.closing, first.closing);
  EXPECT_EQ(MovementsOf(again), first_movements);
  EXPECT_NE(Issued(ledger, march).closing, first.closing) << "what is known now differs";
}

TEST(MakeStatement, ShowsAPaymentAndItsReturnAsTwoMovements) {
  TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  ASSERT_THAT(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}), IsOk());
  ASSERT_THAT(ledger.Reverse(2), IsOk());
  EXPECT_EQ(MovementsOf(Issued(ledger, {Day(2026, 3, 10), Day(2026, 3, 10)})),
            (std::vector<Moved>{{2, -50, 50}, {3, 50, 100}}));
}

TEST(MakeStatement, RefusesAPeriodThatEndsBeforeItBegins) {
  const TestLedger ledger(InBuckets({{kPrincipal, 100}}));
  const auto refused =
      MakeStatement(ledger.journal(), {Day(2026, 3, 2), Day(2026, 3, 1)}, absl::InfiniteFuture());
  EXPECT_THAT(refused, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(ViolationsOf(refused.status()),
            (std::vector<Violation>{{"to_date", Fault::kDateOrder}}));
}

}  // namespace
}  // namespace parley
