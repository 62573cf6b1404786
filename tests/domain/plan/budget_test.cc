// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/budget.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "domain/plan/affordability.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Day kToday(2026, 11, 23);

BudgetLine ALine(BudgetCategory category, std::int64_t minor_units,
                 BudgetInterval interval = BudgetInterval::kMonthly, int share_percent = 100) {
  return {category, minor_units, interval, share_percent, {}};
}

Budget ABudget(std::vector<BudgetLine> lines) {
  Budget budget{.currency = CurrencyOf("EUR")};
  budget.lines = std::move(lines);
  budget.as_of = kToday;
  return budget;
}

std::vector<std::string> FaultsIn(const Budget& budget) {
  Violations violations;
  CheckBudget(budget, kToday, "budget", violations);
  std::vector<std::string> fields;
  for (const Violation& one : violations.all()) fields.push_back(one.field);
  return fields;
}

// The usual case: wages every week, rent by the month shared with another, food.
Budget AHousehold() {
  return ABudget({ALine(BudgetCategory::kWages, 45'000, BudgetInterval::kWeekly),
                  ALine(BudgetCategory::kRent, 90'000, BudgetInterval::kMonthly, 50),
                  ALine(BudgetCategory::kTvLicence, 17'450, BudgetInterval::kYearly),
                  ALine(BudgetCategory::kFoodAndHousekeeping, 9'000, BudgetInterval::kWeekly)});
}

TEST(Totals, AreExactWhateverTheInterval) {
  const BudgetTotals totals = TotalsOf(AHousehold());
  EXPECT_EQ(totals.income, 45'000 * 52 * 100);
  EXPECT_EQ(totals.fixed, 90'000 * 12 * 50 + 17'450 * 100);
  EXPECT_EQ(totals.flexible, 9'000 * 52 * 100);
  EXPECT_EQ(Monthly(totals.income), 195'000);
  EXPECT_EQ(Monthly(totals.left()), 109'545);  // 1,095.4583...
}

TEST(Totals, CountWhatIsPaidForOtherDebts) {
  Budget budget = AHousehold();
  budget.other_debts = {{Secret("Example Bank"), 500'000, 12'000, false}};
  EXPECT_EQ(Monthly(TotalsOf(budget).left()), 97'545);
}

TEST(Monthly, RoundsDownAlsoBelowZero) {
  EXPECT_EQ(Monthly(1'199), 0);
  EXPECT_EQ(Monthly(1'200), 1);
  EXPECT_EQ(Monthly(-1), -1);
  EXPECT_EQ(Monthly(-1'200), -1);
}

TEST(CheckBudget, NamesEveryField) {
  EXPECT_THAT(FaultsIn(AHousehold()), IsEmpty());
  Budget wrong = ABudget(
      {ALine(BudgetCategory::kWages, -1),
       ALine(BudgetCategory::kRent, kLargestBudgetAmount + 1, BudgetInterval::kMonthly, 101)});
  wrong.as_of = kToday + 1;
  wrong.household = {.adults = 0, .children_under_14 = -1};
  wrong.savings = -5;
  wrong.other_debts = {{Secret(""), -1, -2, false}};
  EXPECT_THAT(
      FaultsIn(wrong),
      ElementsAre("budget.as_of", "budget.household.adults", "budget.household.children_under_14",
                  "budget.savings", "budget.lines[0].minor_units", "budget.lines[1].minor_units",
                  "budget.lines[1].share_percent", "budget.other_debts[0].owed",
                  "budget.other_debts[0].monthly"));
}

TEST(CheckBudget, BoundsTheNumberOfLines) {
  Budget budget = ABudget(std::vector<BudgetLine>(kMostBudgetLines + 1));
  EXPECT_THAT(FaultsIn(budget), ElementsAre("budget.lines"));
}

TEST(Affordability, KeepsSavingsAndLeavesATenthOfTheRest) {
  const Affordability can = Assess(AHousehold(), {}, {});
  EXPECT_EQ(can.income, 195'000);
  EXPECT_EQ(can.disposable, 109'545);
  EXPECT_EQ(can.savings, 2'000);
  EXPECT_EQ(can.ceiling, 96'790);  // 107,545 x 0.9 = 96,790.5
  EXPECT_EQ(can.income - can.spending, can.disposable);
}

TEST(Affordability, IsNothingForWhoSpendsMoreThanTheyHave) {
  const Affordability can = Assess(
      ABudget({ALine(BudgetCategory::kBenefits, 80'000), ALine(BudgetCategory::kRent, 90'000)}), {},
      {});
  EXPECT_EQ(can.disposable, -10'000);
  EXPECT_EQ(can.savings, 0);
  EXPECT_EQ(can.ceiling, 0);
}

TEST(Affordability, FlagsWhatIsBeyondAGuidelineAndRefusesNothing) {
  const Guideline food{.id = "TEST.FOOD",
                       .source = "a test",
                       .categories = {BudgetCategory::kFoodAndHousekeeping},
                       .first_adult = 30'000,
                       .child_under_14 = 8'999};
  Budget budget = AHousehold();
  budget.household.children_under_14 = 1;
  const Affordability flagged = Assess(budget, {}, std::array{food});
  EXPECT_THAT(flagged.flags, ElementsAre(GuidelineFlag{"TEST.FOOD", 38'999, 39'000}));
  EXPECT_EQ(flagged.ceiling, Assess(budget, {}, {}).ceiling);
  Guideline enough = food;
  enough.child_under_14 = 9'000;
  EXPECT_THAT(Assess(budget, {}, std::array{enough}).flags, IsEmpty());
}

TEST(CeilingEach, IsTheSameYearForEveryInterval) {
  EXPECT_EQ(CeilingEach(12'000, BudgetInterval::kMonthly), 12'000);
  EXPECT_EQ(CeilingEach(12'000, BudgetInterval::kWeekly), 2'769);  // 144,000 / 52
  EXPECT_EQ(CeilingEach(12'000, BudgetInterval::kTwiceMonthly), 6'000);
}

RC_GTEST_PROP(AffordabilityProperties, NeverAsksForMoreThanIsLeft, ()) {
  const auto amount = rc::gen::inRange<std::int64_t>(0, 1'000'000);
  std::vector<BudgetLine> lines;
  for (int number = *rc::gen::inRange(0, 12); number > 0; --number) {
    lines.push_back(ALine(
        *rc::gen::element(BudgetCategory::kWages, BudgetCategory::kRent, BudgetCategory::kLeisure),
        *amount, static_cast<BudgetInterval>(*rc::gen::inRange(1, 9)), *rc::gen::inRange(1, 101)));
  }
  const Budget budget = ABudget(lines);
  const Affordability can = Assess(budget, {}, {});
  RC_ASSERT(can.ceiling >= 0);
  RC_ASSERT(can.ceiling + can.savings <= std::max<std::int64_t>(can.disposable, 0));
  // A year of instalments of any interval is not above a year of ceilings.
  for (int interval = 1; interval <= 8; ++interval) {
    const auto each = static_cast<BudgetInterval>(interval);
    RC_ASSERT(CeilingEach(can.ceiling, each) * TimesAYear(each) <= can.ceiling * 12);
  }
  // More to live on never lowers it.
  std::vector<BudgetLine> more = lines;
  more.push_back(ALine(BudgetCategory::kWages, *amount));
  RC_ASSERT(Assess(ABudget(more), {}, {}).ceiling >= can.ceiling);
}

}  // namespace
}  // namespace parley
