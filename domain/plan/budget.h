// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_PLAN_BUDGET_H_
#define PARLEY_DOMAIN_PLAN_BUDGET_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/vocabulary.h"

// What a person has and what they live on: a statement of income and expenditure in the categories
// of the UK's Standard Financial Statement (Money and Pensions Service), under names that fit
// elsewhere, too.
namespace parley {

using BudgetId = Id<struct BudgetTag>;

// The numbers are stored and never change.
enum class BudgetCategory : std::uint8_t {
  kWages = 1,
  kSelfEmployment = 2,
  kBenefits = 3,
  kPension = 4,
  kMaintenanceReceived = 5,
  kBoard = 6,  // From lodgers and grown children.
  kStudentFunding = 7,
  kOtherIncome = 8,

  kRent = 20,
  kMortgage = 21,
  kOtherHousing = 22,  // Ground rent, service charges, upkeep.
  kLocalTax = 23,
  kWater = 24,
  kEnergy = 25,
  kTvLicence = 26,
  kHomeInsurance = 27,
  kOtherInsurance = 28,
  kCareAndHealth = 29,
  kChildcare = 30,
  kMaintenancePaid = 31,
  kTransport = 32,
  kVehicle = 33,
  kSchool = 34,
  kPensionContribution = 35,
  kProfessionalCosts = 36,
  kFines = 37,
  kOtherFixed = 38,

  kFoodAndHousekeeping = 60,
  kCommunications = 61,
  kLeisure = 62,
  kClothing = 63,
  kPersonalCosts = 64,
  kOtherFlexible = 65,
};

enum class BudgetGroup : std::uint8_t { kIncome = 1, kFixed = 2, kFlexible = 3 };

// How often an amount comes or goes. The numbers are stored and never change.
enum class BudgetInterval : std::uint8_t {
  kWeekly = 1,
  kFortnightly = 2,
  kFourWeekly = 3,
  kTwiceMonthly = 4,
  kMonthly = 5,
  kQuarterly = 6,
  kTwiceYearly = 7,
  kYearly = 8,
};

// From whom we have it. The numbers are stored and never change.
enum class BudgetSource : std::uint8_t { kSelf = 1, kAdviser = 2, kAgent = 3 };

// Where a budget is. The numbers are stored and never change.
enum class BudgetState : std::uint8_t {
  kDraft = 1,
  kSubmitted = 2,
  kConfirmed = 3,   // It is right, the person says.
  kSuperseded = 4,  // A later one was confirmed.
  kExpired = 5,     // Too long ago to build on.
};

template <>
std::span<const std::string_view> WordsOf<BudgetCategory>();
template <>
std::span<const std::string_view> WordsOf<BudgetInterval>();
template <>
std::span<const std::string_view> WordsOf<BudgetSource>();
template <>
std::span<const std::string_view> WordsOf<BudgetState>();

BudgetGroup GroupOf(BudgetCategory category);

// So many times a year: a year has 52 weeks, as in the Standard Financial Statement.
int TimesAYear(BudgetInterval interval);

// One amount of a budget. Of what is shared with others a part is the person's.
struct BudgetLine {
  BudgetCategory category = BudgetCategory::kWages;
  std::int64_t minor_units = 0;
  BudgetInterval interval = BudgetInterval::kMonthly;
  int share_percent = 100;
  SensitiveText note;

  friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

// Who lives on it.
struct Household {
  int adults = 1;
  int children_under_14 = 0;
  int children_from_14 = 0;
  int vehicles = 0;

  friend bool operator==(const Household&, const Household&) = default;
};

// What is owed to others, and what is paid for it now.
struct OtherDebt {
  SensitiveText creditor;
  std::int64_t owed = 0;  // Minor units, as are all below.
  std::int64_t monthly = 0;
  bool priority = false;  // Of those whose arrears cost a home, supply or freedom.

  friend bool operator==(const OtherDebt&, const OtherDebt&) = default;
};

inline constexpr std::size_t kMostBudgetLines = 200;
inline constexpr std::int64_t kLargestBudgetAmount = 100'000'000'000;

struct Budget {
  BudgetId id;
  std::int64_t version = 1;  // Counted for the person.
  Currency currency;
  Household household;
  std::vector<BudgetLine> lines;
  std::vector<OtherDebt> other_debts;
  std::int64_t savings = 0;
  BudgetSource source = BudgetSource::kSelf;
  Day as_of;  // The day for which it tells.
  BudgetState state = BudgetState::kDraft;
  std::optional<Day> review;  // When it is asked for again.
  std::string actor;          // Who wrote it down: a principal.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Budget&, const Budget&) = default;
};

// Adds what is wrong: an amount below zero or beyond kLargestBudgetAmount, a share outside 1 to
// 100, no adult, numbers below zero, too many lines, a day to come.
void CheckBudget(const Budget& budget, Day today, const std::string& field, Violations& violations);

// What comes in, goes out and is left. Each is exact: hundredths of minor units a year.
struct BudgetTotals {
  std::int64_t income = 0;
  std::int64_t fixed = 0;
  std::int64_t flexible = 0;
  std::int64_t other_debts = 0;

  std::int64_t left() const { return income - fixed - flexible - other_debts; }

  friend bool operator==(const BudgetTotals&, const BudgetTotals&) = default;
};

std::int64_t YearlyOf(const BudgetLine& line);
BudgetTotals TotalsOf(const Budget& budget);

// Whole minor units a month, rounded to what leaves the person more: down.
std::int64_t Monthly(std::int64_t yearly_hundredths);

}  // namespace parley

#endif  // PARLEY_DOMAIN_PLAN_BUDGET_H_
