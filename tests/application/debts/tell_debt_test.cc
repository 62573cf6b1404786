// SPDX-License-Identifier: Apache-2.0
#include "application/debts/tell_debt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::SizeIs;

class TellDebtTest : public ::testing::Test {
 public:
  std::int64_t NetAsOf(std::string_view day, std::optional<absl::Time> known_at = {}) {
    const auto told =
        world.app.itemise_debt.Handle({world.tenant, debt.debtor, debt.id, DayOf(day), known_at});
    EXPECT_THAT(told, IsOk());
    return *Net(told->itemisation.position);
  }

  absl::StatusOr<IssueStatement::Result> Issue(std::optional<absl::Time> known_at = {}) {
    return world.app.issue_statement.Handle(
        {world.tenant, debt.debtor, debt.id, {DayOf("2026-02-01"), DayOf("2026-02-28")}, known_at});
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(TellDebtTest, TellsTheBalanceAsOfAnyDay) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 30'000, "2026-02-10")), IsOk());
  EXPECT_EQ(NetAsOf("2026-02-09"), 100'000);
  EXPECT_EQ(NetAsOf("2026-02-10"), 70'000);
}

TEST_F(TellDebtTest, TellsWhatWasKnownThen) {
  const absl::Time before = world.clock.Now();
  world.clock.Advance(absl::Hours(1));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 30'000, "2026-02-10")), IsOk());
  EXPECT_EQ(NetAsOf("2026-02-28", before), 100'000);
  EXPECT_EQ(NetAsOf("2026-02-28"), 70'000);
}

TEST_F(TellDebtTest, DoesNotKnowTheFuture) {
  const auto told = world.app.itemise_debt.Handle(
      {world.tenant, debt.debtor, debt.id, {}, world.clock.Now() + absl::Seconds(1)});
  EXPECT_THAT(told, IsRefused(Reason::kFieldInvalid));
}

TEST_F(TellDebtTest, IssuesTheSameStatementAgain) {
  ASSERT_THAT(world.Post(debt, APayment("P-1", 30'000, "2026-02-10")), IsOk());
  const auto first = Issue();
  ASSERT_THAT(first, IsOk());
  world.clock.Advance(absl::Hours(1));
  ASSERT_THAT(world.Post(debt, APayment("P-2", 5'000, "2026-02-05")), IsOk());
  const auto again = Issue(first->statement.known_at);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->statement.closing, first->statement.closing);
  ASSERT_THAT(again->statement.movements, SizeIs(1));
  EXPECT_EQ(*again->statement.movements.front().entry, *first->statement.movements.front().entry);
  EXPECT_THAT(Issue()->statement.movements, SizeIs(2));
}

TEST_F(TellDebtTest, IssuesAStatementAgainByTheRulesOfThatTime) {
  const IssueStatement::Query query = {
      world.tenant, debt.debtor, debt.id, {TestToday(), TestToday() + 60}, debt.updated_time};
  InterestTerms terms;
  terms.rule = "contract";
  terms.version = 1;
  terms.basis = "clause 7";
  terms.rates = {{TestToday() + 1, Rate::kUnitsPerOne / 10}};
  world.clock.Advance(absl::Hours(1));
  const Kept<ChangeTerms::Result> kept;
  ASSERT_THAT(world.app.change_terms.Handle(world.ACall(),
                                            {.debtor = debt.debtor,
                                             .debt = debt.id,
                                             .etag = std::nullopt,
                                             .terms = {std::nullopt, terms}},
                                            kept),
              IsOk());
  const auto again = world.app.issue_statement.Handle(query);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->accrued_interest, 0);
  EXPECT_EQ(again->journal.debt.rules, debt.rules);
  IssueStatement::Query now = query;
  now.known_at = std::nullopt;
  EXPECT_GT(world.app.issue_statement.Handle(now)->accrued_interest, 0);
}

TEST_F(TellDebtTest, KnowsNoDebtOfAnotherDebtor) {
  const Debtor other = world.MakeDebtor("D-2");
  EXPECT_THAT(world.app.itemise_debt.Handle({world.tenant, other.id, debt.id, {}, {}}),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(world.app.check_debts.Handle(world.tenant, other.id, debt.id),
              IsRefused(Reason::kDebtNotFound));
}

}  // namespace
}  // namespace parley
