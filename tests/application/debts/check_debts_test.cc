// SPDX-License-Identifier: Apache-2.0
#include "application/debts/check_debts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/application/fail_nth.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class CheckDebtsTest : public ::testing::Test {
 public:
  CheckDebtsTest() {
    const Debtor debtor = world.MakeDebtor("D-1");
    for (int at = 0; at < 5; ++at) {
      debts.push_back(world.Place(debtor, "L-" + std::to_string(at), 1'000));
    }
  }

  // Writes what no rule would let happen.
  void Break(const Debt& debt) {
    EXPECT_THAT(world.store.Run(world.tenant, std::array{debt.debtor},
                                [&](UnitOfWork& unit) {
                                  Debt broken = world.Reload(debt);
                                  broken.position.owed[Bucket::kPrincipal] += 1;
                                  broken.revision = unit.Head(debt.debtor).revision + 1;
                                  unit.debts().Replace(broken);
                                  return absl::OkStatus();
                                }),
                IsOk());
  }

  std::vector<CheckDebts::Result> Pages(int most) {
    std::vector<CheckDebts::Result> pages;
    std::optional<DebtPosition> next = DebtPosition();
    while (next.has_value()) {
      pages.push_back(ValueOf(world.app.check_debts.HandlePage(world.tenant, *next, most)));
      next = pages.back().next;
    }
    return pages;
  }

  World world;
  std::vector<Debt> debts;
};

TEST_F(CheckDebtsTest, FindNothingWhereAllIsWell) {
  const auto pages = Pages(1000);
  ASSERT_THAT(pages, SizeIs(1));
  EXPECT_THAT(pages[0].findings, IsEmpty());
  EXPECT_EQ(pages[0].debts_checked, 5);
  EXPECT_EQ(pages[0].entries_checked, 5);
}

TEST_F(CheckDebtsTest, NameTheDebtThatIsWrong) {
  Break(debts[2]);
  for (const int most : {1, 2, 5, 1000}) {
    std::vector<CheckDebts::DebtFinding> findings;
    std::int64_t checked = 0;
    for (const CheckDebts::Result& page : Pages(most)) {
      EXPECT_LE(page.debts_checked, most);
      checked += page.debts_checked;
      findings.insert(findings.end(), page.findings.begin(), page.findings.end());
    }
    EXPECT_EQ(checked, 5);
    EXPECT_THAT(findings, Not(IsEmpty()));
    for (const auto& found : findings) EXPECT_EQ(found.debt.debt, debts[2].id);
  }
  EXPECT_THAT(world.Findings(debts[2]), Not(IsEmpty()));
  EXPECT_THAT(world.Findings(debts[3]), IsEmpty());
}

TEST_F(CheckDebtsTest, HoldPaymentsAgainstTheJournal) {
  Payment payment{.currency = debts[0].currency};
  payment.id = NumberedId<PaymentId>(1);
  payment.debtor = debts[0].debtor;
  payment.external_ref = "BANK-1";
  payment.amount = 500;
  payment.value_date = TestToday();
  payment.parts = {{.debt = debts[0].id, .entry = NumberedId<EntryId>(99), .amount = 500}};
  EXPECT_THAT(world.store.Run(world.tenant, std::array{payment.debtor},
                              [&](UnitOfWork& unit) {
                                unit.payments().Add(payment);
                                return absl::OkStatus();
                              }),
              IsOk());
  EXPECT_THAT(world.Findings(debts[0]), ElementsAre("payment " + payment.id.ToString() +
                                                    " is not in the journal as it says"));
  EXPECT_THAT(world.Findings(debts[1]), IsEmpty());
}

TEST_F(CheckDebtsTest, EndWhenTheStoreIsAway) {
  FailNth fault(1);
  FailingPortfolio portfolio(world.portfolio, fault);
  EXPECT_THAT(CheckDebts(portfolio, world.payment_book).HandlePage(world.tenant, {}, 10),
              IsRefused(Reason::kStoreUnavailable));
}

TEST_F(CheckDebtsTest, TellOfADebtWhoseRecordCannotBeRead) {
  FailNth fault(1, Reason::kRecordCorrupt);
  FailingPortfolio portfolio(world.portfolio, fault);
  const auto checked = ValueOf(
      CheckDebts(portfolio, world.payment_book).Handle(world.tenant, debts[0].debtor, debts[0].id));
  ASSERT_THAT(checked.findings, SizeIs(1));
  EXPECT_EQ(checked.findings[0].finding.invariant, Invariant::kRecordIsSound);
}

}  // namespace
}  // namespace parley
