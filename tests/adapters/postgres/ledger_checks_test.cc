// SPDX-License-Identifier: Apache-2.0
// What the database itself refuses of a debt's ledger, whoever writes it.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

constexpr const char* kCheckViolated = "23514";

class LedgerChecks : public PostgresFixture {
 protected:
  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    const std::vector<Entry> entries = {AnEntry(1)};
    Debt debt = ADebt().With(&Debt::revision, 1);
    debt.rules.interest = {.rule = "rule",
                           .version = 1,
                           .basis = "contract",
                           .interest_from = debt.itemisation_date,
                           .rates = {{debt.itemisation_date, 1}}};
    debt.interest = {.base_since = debt.itemisation_date,
                     .accrued = ExactInterest(DayCount::kAct365F),
                     .posted_through = debt.itemisation_date};
    ASSERT_THAT(world_->store.Run(tenant_, std::array{kDesk, debt.debtor},
                                  [&](UnitOfWork& unit) {
                                    unit.creditors().Add(ACreditor());
                                    unit.debtors().Add(ADebtor());
                                    unit.debts().Add(debt);
                                    unit.debts().Append(debt, entries);
                                    unit.work_items().Add(AnApproval());
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  void ExpectRefused(const std::string& table, const std::vector<std::string>& assignments) {
    for (const std::string& assignment : assignments) {
      EXPECT_EQ(sql().FailureOf("update " + table + " set " + assignment), kCheckViolated)
          << assignment;
    }
  }
};

TEST_F(LedgerChecks, RefuseAnActWithoutItsParts) {
  ExpectRefused("work_items",
                {"act_amount = null", "act_amount = 0", "act_currency = null", "act = null",
                 "act = 4", "act = 5", "act_choice = 'x'", "act_hold_id = work_item_id",
                 "debt_id = null", "kind = 'CREDIT_HELD'", "act = 7"});
}

TEST_F(LedgerChecks, RefuseAWorkItemThatIsNotWhatItsStateSays) {
  ExpectRefused("work_items", {"state = 'CLAIMED'", "claimed_by = 'a'", "ended_by = 'a'",
                               "state = 'APPROVED'", "state = 'DONE', ended_by = 'a'",
                               "asked_by = ''", "entry_id = work_item_id", "priority = 5"});
}

// Whatever program wrote it.
TEST_F(LedgerChecks, RefuseAnApprovalByWhoAsked) {
  ExpectRefused("work_items", {"state = 'APPROVED', ended_by = asked_by"});
}

TEST_F(LedgerChecks, RefuseAPositionThatIsNotAtRest) {
  ExpectRefused("debts", {"credit = 1", "recovered = 1", "written_off = -1",
                          "owed_principal = 0, credit = 1, written_off = 1",
                          "written_off = 4000000000000000001"});
}

TEST_F(LedgerChecks, RefuseAnOrderThatDoesNotNameEachBucketOnce) {
  for (const std::string table : {"debts", "entries"}) {
    ExpectRefused(table, {"allocation_order = '{1,2,3,4}'", "allocation_order = '{1,2,3,4,4}'",
                          "allocation_order = '{1,2,3,4,6}'", "allocation_order = '{1,2,3,4,5,5}'",
                          "allocation_order = '{1,2,3,4,NULL}'"});
  }
}

TEST_F(LedgerChecks, RefuseInterestThatIsNotWhole) {
  ExpectRefused(
      "debts", {"interest_rule = null", "interest_rule = ''", "interest_version = null",
                "interest_basis = null", "interest_rates = null", "interest_monthly_minimum = null",
                "base_since = null", "accrued_common = null", "accrued_leap = null",
                "posted_through = null", "interest_posted = null"});
}

TEST_F(LedgerChecks, RefuseNumbersOfInterestThatStandForNothing) {
  ExpectRefused("debts",
                {"interest_version = -1", "interest_day_count = 0", "interest_day_count = 5",
                 "interest_base = 3", "interest_posting = 3", "interest_cap = -1",
                 "interest_posted = -1", "interest_monthly_minimum = -1", "interest_rates = '{-1}'",
                 "interest_rates = '{100000000001}'", "interest_rates = '{NULL}'",
                 "accrued_common = -1", "accrued_leap = 170141183460469231731687303715884105728"});
}

TEST_F(LedgerChecks, RefuseArraysOfDifferentLengths) {
  ExpectRefused("debts", {"interest_rates = '{1,2}'", "interest_rates_from = '{}'",
                          "freezes_from = '{2026-01-01}'", "freezes_to = '{infinity}'"});
}

TEST_F(LedgerChecks, RefuseAnEntryThatIsNone) {
  ExpectRefused("entries", {"kind = 12", "kind = 0", "accounts = '{0,13}'", "accounts = '{1,19}'",
                            "amounts = '{1,1}'", "interest = '{}'", "kind = 11",
                            R"(kind = 11, interest = '{"day_count": 5, "pieces": []}')",
                            R"(kind = 11, interest = '{"day_count": 1}')",
                            R"(interest = '{"day_count": 1, "pieces": []}')"});
  EXPECT_EQ(sql().FailureOf(
                R"(update entries set kind = 11, interest = '{"day_count": 1, "pieces": []}')"),
            "");
}

}  // namespace
}  // namespace parley
