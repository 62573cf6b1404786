// SPDX-License-Identifier: Apache-2.0
// A payment over three debts comes in, is returned, and everything stands as before: balances,
// statuses and interest, on every day, as if it had never come.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/debt/accrual.h"
#include "domain/debt/ledger.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

class LifeOfAPayment : public ::testing::Test {
 public:
  // A debt that bears 5 % a year, in default since that day.
  Debt Owe(const std::string& external_ref, std::string_view default_date, std::int64_t principal) {
    PlaceDebt::Command command{debtor.id, std::nullopt, APlacement()};
    Placement& placement = command.placement;
    placement.creditor = world.creditor.id;
    placement.external_ref = external_ref;
    placement.currency = CurrencyOf("EUR");
    placement.itemisation_date = DayOf("2026-01-01");
    placement.origin.default_date = DayOf(default_date);
    placement.opening = {};
    placement.opening[Bucket::kPrincipal] = principal;
    placement.given.interest = InterestTerms{.rule = "statutory",
                                             .version = 1,
                                             .basis = "example",
                                             .day_count = DayCount::kAct365F,
                                             .base = InterestBase::kPrincipal,
                                             .posting = InterestPosting::kMonthEnd,
                                             .interest_from = DayOf("2026-01-01"),
                                             .rates = {{DayOf("2026-01-01"), 500'000'000}}};
    Kept<Debt> placed;
    EXPECT_THAT(world.app.place_debt.Handle(world.ACall(), command, placed), IsOk());
    return *placed;
  }

  // What the person would be told of each debt on some days: what is owed, with the interest that
  // has accrued, be it posted or not.
  std::string Told() {
    std::string told;
    for (const Debt& debt : debts) {
      absl::StrAppend(&told, debt.external_ref, " ",
                      std::string(NameOf(world.Reload(debt).status)));
      const std::vector<Entry> journal = world.Journal(debt);
      for (const char* day : {"2026-01-31", "2026-02-15", "2026-03-10", "2026-04-30"}) {
        const std::int64_t owed = *Net(*PositionAsOf(journal, DayOf(day)));
        const std::int64_t accrued = *AccruedAsOf(journal, debt.rules, DayOf(day));
        absl::StrAppend(&told, " ", day, " ", owed + accrued, ";");
      }
    }
    return told;
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  std::vector<Debt> debts = {Owe("L-1", "2022-03-01", 100'000), Owe("L-2", "2023-03-01", 200'000),
                             Owe("L-3", "2024-03-01", 300'000)};
};

TEST_F(LifeOfAPayment, ThatComesInAndIsReturnedLeavesEverythingAsItWas) {
  ASSERT_THAT(world.Post(debts[1], APayment("P-1", 5'000, "2026-03-01")), IsOk());
  const std::string before = Told();

  // Money over all three debts comes in, value-dated before an entry that is there already.
  const PostPayment::Command payment{.debtor = debtor.id,
                                     .report = {.id = std::nullopt,
                                                .external_ref = "BANK-1",
                                                .amount = Money(450'000, CurrencyOf("EUR")),
                                                .method = "SEPA transfer",
                                                .note = Secret("for my loans")},
                                     .wishes = {},
                                     .value_date = DayOf("2026-02-15")};
  Kept<Payment> paid;
  ASSERT_THAT(world.app.post_payment.Handle(world.ACall(), payment, paid), IsOk());
  ASSERT_EQ(paid->parts.size(), 3U);
  EXPECT_NE(Told(), before);
  EXPECT_EQ(world.Reload(debts[0]).status, DebtStatus::kPaid);
  EXPECT_EQ(world.Reload(debts[1]).status, DebtStatus::kPaid);
  // The oldest debt was paid to the cent, with the interest that was due that day.
  EXPECT_EQ(world.Reload(debts[0]).position, Owing(0));
  EXPECT_GT(paid->parts[0].paid[Bucket::kInterest], 0);
  for (const Debt& debt : debts) EXPECT_THAT(world.Findings(debt), IsEmpty());

  // The bank takes it back.
  const ReturnPayment::Command back{debtor.id, paid->id, Secret("no funds"), {}};
  Kept<Payment> returned;
  ASSERT_THAT(world.app.return_payment.Handle(world.ACall(), back, returned), IsOk());
  EXPECT_EQ(Told(), before);
  for (const Debt& debt : debts) {
    EXPECT_EQ(world.Reload(debt).status, DebtStatus::kActive);
    EXPECT_THAT(world.Findings(debt), IsEmpty());
    for (const Entry& entry : world.Journal(debt)) EXPECT_NE(entry.kind, EntryKind::kFee);
  }
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

}  // namespace
}  // namespace parley
