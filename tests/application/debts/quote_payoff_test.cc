// SPDX-License-Identifier: Apache-2.0
#include "application/debts/quote_payoff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// 1000.00 at 36.5 % bear 1.00 a day since 1 January; today is 22 November, 325 days later.
class QuotePayoffTest : public ::testing::Test {
 public:
  QuotePayoffTest() {
    PlaceDebt::Command placing{debtor.id, std::nullopt, APlacement()};
    placing.placement.creditor = world.creditor.id;
    placing.placement.external_ref = "L-1";
    placing.placement.itemisation_date = DayOf("2026-01-01");
    placing.placement.given.interest =
        InterestTerms{.rule = "contract",
                      .version = 3,
                      .basis = "clause 7 of the invented contract",
                      .interest_from = DayOf("2026-01-01"),
                      .rates = {{DayOf("2026-01-01"), 3'650'000'000}},
                      .cap = {}};
    Kept<Debt> placed;
    EXPECT_THAT(world.app.place_debt.Handle(world.ACall(), placing, placed), IsOk());
    debt = *placed;
  }

  absl::StatusOr<QuotePayoff::Result> Quote(const QuotePayoff::Command& command,
                                            bool validate_only = false) {
    Call call = world.ACall();
    call.validate_only = validate_only;
    Kept<QuotePayoff::Result> quoted;
    const auto answer = world.app.quote_payoff.Handle(call, command, quoted);
    if (!answer.ok()) return answer.status();
    return *quoted;
  }
  QuotePayoff::Command ACommand() const { return {debt.debtor, debt.id, {}, {}}; }

  absl::Status Import(const std::string& reference, const std::string& amount, Day day) {
    EntryRow row;
    row.external_ref = "L-1";
    row.entry_ref = reference;
    row.value_date = FormatDay(day);
    row.amount = amount;
    const Call call{.tenant = world.tenant, .principal = "importer", .method = "test/Import"};
    const auto session = world.app.import_debts.Open(call, {});
    if (!session.ok()) return session.status();
    const std::vector<ImportRow> rows = {{1, row, {}}};
    return (*session)->Take(rows).status();
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debt debt = ADebt();
};

TEST_F(QuotePayoffTest, QuotesWhatIsOwedTodayAndKeepsIt) {
  const auto quoted = Quote(ACommand());
  ASSERT_THAT(quoted, IsOk());
  EXPECT_EQ(quoted->payoff.amount, 100'000 + 325 * 100);
  EXPECT_EQ(quoted->payoff.valid_until, TestToday() + 14);
  const Debt kept = world.Reload(debt);
  EXPECT_THAT(kept.rules.payoffs, ElementsAre(quoted->payoff));
  EXPECT_EQ(Net(kept.position), quoted->payoff.amount);
  EXPECT_EQ(kept.revision, debt.revision + 1);
  EXPECT_THAT(world.Findings(debt), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(QuotePayoffTest, IsMetByWhateverWayMoneyComes) {
  const std::int64_t amount = Quote(ACommand())->payoff.amount;
  world.clock.Advance(absl::Hours(24 * 5));
  ASSERT_THAT(world.Post(debt, APayment("P-1", amount / 2, FormatDay(TestToday() + 1))), IsOk());
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kActive);
  ASSERT_THAT(Import("P-2", "662.50", TestToday() + 5), IsOk());
  const Debt paid = world.Reload(debt);
  EXPECT_EQ(paid.position, Position{});
  EXPECT_EQ(paid.status, DebtStatus::kPaid);
  EXPECT_THAT(paid.quotes_met, SizeIs(1));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(QuotePayoffTest, IsOpenAgainWhenTheMoneyIsReversed) {
  const std::int64_t amount = Quote(ACommand())->payoff.amount;
  world.clock.Advance(absl::Hours(24 * 5));
  const auto posted = world.Post(debt, APayment("P-1", amount, FormatDay(TestToday() + 3)));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.status, DebtStatus::kPaid);
  EXPECT_EQ(posted->entries.front().external_ref, "P-1");
  Kept<ReverseEntry::Result> reversed;
  const ReverseEntry::Command command{debt.debtor, debt.id, posted->entries.front().id, "R-1", {},
                                      {},          {}};
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  EXPECT_EQ(reversed->debt.status, DebtStatus::kActive);
  EXPECT_THAT(reversed->debt.quotes_met, IsEmpty());
  EXPECT_EQ(Net(reversed->debt.position), amount + 300) << "of the three days until the money came";
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(QuotePayoffTest, WritesNothingWhenItIsARehearsal) {
  EXPECT_EQ(Quote(ACommand(), /*validate_only=*/true)->payoff.amount, 132'500);
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(QuotePayoffTest, RefusesADayInThePastOrTooFar) {
  QuotePayoff::Command command = ACommand();
  command.valid_until = TestToday() - 1;
  EXPECT_THAT(ViolationsOf(Quote(command).status()),
              ElementsAre(Violation{"valid_until_date", Fault::kDateInPast}));
  command.valid_until = TestToday() + 61;
  EXPECT_THAT(ViolationsOf(Quote(command).status()),
              ElementsAre(Violation{"valid_until_date", Fault::kOutOfRange}));
  command.valid_until = TestToday() + 60;
  EXPECT_THAT(Quote(command), IsOk());
}

TEST_F(QuotePayoffTest, RefusesAnUnknownDebtAClosedOneAndAStaleEtag) {
  QuotePayoff::Command unknown = ACommand();
  unknown.debt = NumberedId<DebtId>(999);
  EXPECT_THAT(Quote(unknown), IsRefused(Reason::kDebtNotFound));
  QuotePayoff::Command stale = ACommand();
  stale.etag = debt.revision + 1;
  EXPECT_THAT(Quote(stale), IsRefused(Reason::kEtagStale));
  ASSERT_THAT(world.Post(debt, APayment("P-1", 200'000)), IsOk());
  EXPECT_THAT(Quote(ACommand()), IsRefused(Reason::kDebtNotOpen));
}

}  // namespace
}  // namespace parley
