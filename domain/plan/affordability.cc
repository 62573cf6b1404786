// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/affordability.h"

#include <algorithm>

namespace parley {
namespace {

constexpr std::int64_t kHundred = 100;
constexpr std::int64_t kMonths = 12;

// Hundredths of minor units a year.
std::int64_t SpentOn(const Budget& budget, std::span<const BudgetCategory> categories) {
  std::int64_t spent = 0;
  for (const BudgetLine& line : budget.lines) {
    const bool is_of_these =
        std::find(categories.begin(), categories.end(), line.category) != categories.end();
    if (is_of_these) spent += YearlyOf(line);
  }
  return spent;
}

std::vector<GuidelineFlag> FlagsOf(const Budget& budget, std::span<const Guideline> guidelines) {
  std::vector<GuidelineFlag> flags;
  for (const Guideline& guideline : guidelines) {
    const std::int64_t figure = FigureFor(guideline, budget.household);
    const std::int64_t spent = SpentOn(budget, guideline.categories);
    if (spent <= figure * kMonths * kHundred) continue;
    flags.push_back({guideline.id, figure, Monthly(spent)});
  }
  return flags;
}

}  // namespace

std::int64_t FigureFor(const Guideline& guideline, const Household& household) {
  return guideline.first_adult + guideline.further_adult * (household.adults - 1) +
         guideline.child_under_14 * household.children_under_14 +
         guideline.child_from_14 * household.children_from_14 +
         guideline.vehicle * household.vehicles;
}

Affordability Assess(const Budget& budget, const AffordabilityPolicy& policy,
                     std::span<const Guideline> guidelines) {
  const BudgetTotals totals = TotalsOf(budget);
  Affordability result;
  result.income = Monthly(totals.income);
  result.spending = -Monthly(totals.left() - totals.income);
  result.disposable = Monthly(totals.left());
  result.flags = FlagsOf(budget, guidelines);
  const std::int64_t free = std::max<std::int64_t>(result.disposable, 0);
  result.savings = std::min(free * policy.savings_percent / kHundred, policy.savings_cap);
  result.ceiling = (free - result.savings) * policy.sustainable_percent / kHundred;
  return result;
}

std::int64_t CeilingEach(std::int64_t monthly_ceiling, BudgetInterval interval) {
  return monthly_ceiling * kMonths / TimesAYear(interval);
}

}  // namespace parley
