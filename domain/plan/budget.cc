// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/budget.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr int kMonths = 12;
constexpr int kWholeShare = 100;
constexpr int kMostHeads = 50;

// By number; numbers that are not used have no word.
constexpr std::array<std::string_view, 66> kCategoryWords = [] {
  std::array<std::string_view, 66> words{};
  const auto name = [&words](BudgetCategory category, std::string_view word) {
    words[static_cast<std::size_t>(category)] = word;
  };
  name(BudgetCategory::kWages, "WAGES");
  name(BudgetCategory::kSelfEmployment, "SELF_EMPLOYMENT");
  name(BudgetCategory::kBenefits, "BENEFITS");
  name(BudgetCategory::kPension, "PENSION");
  name(BudgetCategory::kMaintenanceReceived, "MAINTENANCE_RECEIVED");
  name(BudgetCategory::kBoard, "BOARD");
  name(BudgetCategory::kStudentFunding, "STUDENT_FUNDING");
  name(BudgetCategory::kOtherIncome, "OTHER_INCOME");
  name(BudgetCategory::kRent, "RENT");
  name(BudgetCategory::kMortgage, "MORTGAGE");
  name(BudgetCategory::kOtherHousing, "OTHER_HOUSING");
  name(BudgetCategory::kLocalTax, "LOCAL_TAX");
  name(BudgetCategory::kWater, "WATER");
  name(BudgetCategory::kEnergy, "ENERGY");
  name(BudgetCategory::kTvLicence, "TV_LICENCE");
  name(BudgetCategory::kHomeInsurance, "HOME_INSURANCE");
  name(BudgetCategory::kOtherInsurance, "OTHER_INSURANCE");
  name(BudgetCategory::kCareAndHealth, "CARE_AND_HEALTH");
  name(BudgetCategory::kChildcare, "CHILDCARE");
  name(BudgetCategory::kMaintenancePaid, "MAINTENANCE_PAID");
  name(BudgetCategory::kTransport, "TRANSPORT");
  name(BudgetCategory::kVehicle, "VEHICLE");
  name(BudgetCategory::kSchool, "SCHOOL");
  name(BudgetCategory::kPensionContribution, "PENSION_CONTRIBUTION");
  name(BudgetCategory::kProfessionalCosts, "PROFESSIONAL_COSTS");
  name(BudgetCategory::kFines, "FINES");
  name(BudgetCategory::kOtherFixed, "OTHER_FIXED");
  name(BudgetCategory::kFoodAndHousekeeping, "FOOD_AND_HOUSEKEEPING");
  name(BudgetCategory::kCommunications, "COMMUNICATIONS");
  name(BudgetCategory::kLeisure, "LEISURE");
  name(BudgetCategory::kClothing, "CLOTHING");
  name(BudgetCategory::kPersonalCosts, "PERSONAL_COSTS");
  name(BudgetCategory::kOtherFlexible, "OTHER_FLEXIBLE");
  return words;
}();
constexpr auto kIntervalWords =
    std::to_array<std::string_view>({"", "WEEKLY", "FORTNIGHTLY", "FOUR_WEEKLY", "TWICE_MONTHLY",
                                     "MONTHLY", "QUARTERLY", "TWICE_YEARLY", "YEARLY"});
constexpr auto kSourceWords = std::to_array<std::string_view>({"", "SELF", "ADVISER", "AGENT"});
constexpr auto kStateWords = std::to_array<std::string_view>(
    {"", "DRAFT", "SUBMITTED", "CONFIRMED", "SUPERSEDED", "EXPIRED"});

void CheckAmount(std::int64_t minor_units, const std::string& field, Violations& violations) {
  if (minor_units < 0) violations.Add(field, Fault::kNegative);
  if (minor_units > kLargestBudgetAmount) violations.Add(field, Fault::kAmountOutOfRange);
}

void CheckHeads(int number, int least, const std::string& field, Violations& violations) {
  if (number < least || number > kMostHeads) violations.Add(field, Fault::kOutOfRange);
}

void CheckLine(const BudgetLine& line, const std::string& field, Violations& violations) {
  CheckAmount(line.minor_units, field + ".minor_units", violations);
  if (line.share_percent < 1 || line.share_percent > kWholeShare) {
    violations.Add(field + ".share_percent", Fault::kOutOfRange);
  }
  AllowText(violations, field + ".note", line.note.Reveal(), kLongestReason, Lines::kMany);
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<BudgetCategory>() {
  return kCategoryWords;
}
template <>
std::span<const std::string_view> WordsOf<BudgetInterval>() {
  return kIntervalWords;
}
template <>
std::span<const std::string_view> WordsOf<BudgetSource>() {
  return kSourceWords;
}
template <>
std::span<const std::string_view> WordsOf<BudgetState>() {
  return kStateWords;
}

BudgetGroup GroupOf(BudgetCategory category) {
  if (category < BudgetCategory::kRent) return BudgetGroup::kIncome;
  return category < BudgetCategory::kFoodAndHousekeeping ? BudgetGroup::kFixed
                                                         : BudgetGroup::kFlexible;
}

int TimesAYear(BudgetInterval interval) {
  switch (interval) {
    case BudgetInterval::kWeekly:
      return 52;
    case BudgetInterval::kFortnightly:
      return 26;
    case BudgetInterval::kFourWeekly:
      return 13;
    case BudgetInterval::kTwiceMonthly:
      return 24;
    case BudgetInterval::kMonthly:
      return kMonths;
    case BudgetInterval::kQuarterly:
      return 4;
    case BudgetInterval::kTwiceYearly:
      return 2;
    case BudgetInterval::kYearly:
      return 1;
  }
  return 1;
}

void CheckBudget(const Budget& budget, Day today, const std::string& field,
                 Violations& violations) {
  if (budget.as_of > today) violations.Add(field + ".as_of", Fault::kDateInFuture);
  CheckHeads(budget.household.adults, 1, field + ".household.adults", violations);
  CheckHeads(budget.household.children_under_14, 0, field + ".household.children_under_14",
             violations);
  CheckHeads(budget.household.children_from_14, 0, field + ".household.children_from_14",
             violations);
  CheckHeads(budget.household.vehicles, 0, field + ".household.vehicles", violations);
  CheckAmount(budget.savings, field + ".savings", violations);
  if (budget.lines.size() > kMostBudgetLines) violations.Add(field + ".lines", Fault::kTooLong);
  for (std::size_t at = 0; at < std::min(budget.lines.size(), kMostBudgetLines); ++at) {
    CheckLine(budget.lines[at], absl::StrCat(field, ".lines[", at, "]"), violations);
  }
  if (budget.other_debts.size() > kMostBudgetLines) {
    violations.Add(field + ".other_debts", Fault::kTooLong);
  }
  for (std::size_t at = 0; at < std::min(budget.other_debts.size(), kMostBudgetLines); ++at) {
    const OtherDebt& debt = budget.other_debts[at];
    const std::string path = absl::StrCat(field, ".other_debts[", at, "]");
    AllowText(violations, path + ".creditor", debt.creditor.Reveal(), kLongestName);
    CheckAmount(debt.owed, path + ".owed", violations);
    CheckAmount(debt.monthly, path + ".monthly", violations);
  }
}

std::int64_t YearlyOf(const BudgetLine& line) {
  return line.minor_units * TimesAYear(line.interval) * line.share_percent;
}

BudgetTotals TotalsOf(const Budget& budget) {
  BudgetTotals totals;
  for (const BudgetLine& line : budget.lines) {
    const std::int64_t yearly = YearlyOf(line);
    switch (GroupOf(line.category)) {
      case BudgetGroup::kIncome:
        totals.income += yearly;
        break;
      case BudgetGroup::kFixed:
        totals.fixed += yearly;
        break;
      case BudgetGroup::kFlexible:
        totals.flexible += yearly;
        break;
    }
  }
  for (const OtherDebt& debt : budget.other_debts) {
    totals.other_debts += debt.monthly * kMonths * kWholeShare;
  }
  return totals;
}

std::int64_t Monthly(std::int64_t yearly_hundredths) {
  constexpr std::int64_t kDivisor = std::int64_t{kMonths} * kWholeShare;
  const std::int64_t whole = yearly_hundredths / kDivisor;
  return yearly_hundredths % kDivisor < 0 ? whole - 1 : whole;
}

}  // namespace parley
