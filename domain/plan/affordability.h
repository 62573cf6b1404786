// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_PLAN_AFFORDABILITY_H_
#define PARLEY_DOMAIN_PLAN_AFFORDABILITY_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/plan/budget.h"

namespace parley {

// What a person is left with beside what they could pay. Figures of a creditor or the house.
struct AffordabilityPolicy {
  // Of what is left each month so much is kept for what breaks down, at most the cap: 10 % up to
  // 20.00, as the Standard Financial Statement has it.
  int savings_percent = 10;
  std::int64_t savings_cap = 2'000;  // Minor units a month.
  // Of the rest so much is asked for at most: what nobody can plan for is theirs.
  int sustainable_percent = 90;

  friend bool operator==(const AffordabilityPolicy&, const AffordabilityPolicy&) = default;
};

// Spending of some categories together that people of a place commonly do with.
struct Guideline {
  std::string id;      // "US.IRS.FOOD".
  std::string source;  // Where the figure is published.
  std::vector<BudgetCategory> categories;
  std::int64_t first_adult = 0;  // Minor units a month, as all below.
  std::int64_t further_adult = 0;
  std::int64_t child_under_14 = 0;
  std::int64_t child_from_14 = 0;
  std::int64_t vehicle = 0;

  friend bool operator==(const Guideline&, const Guideline&) = default;
};

// What a household of that size commonly spends; minor units a month.
std::int64_t FigureFor(const Guideline& guideline, const Household& household);

// Spending beyond a guideline. It is something to ask about, and never a reason to refuse.
struct GuidelineFlag {
  std::string guideline;
  std::int64_t figure = 0;  // Minor units a month.
  std::int64_t spent = 0;

  friend bool operator==(const GuidelineFlag&, const GuidelineFlag&) = default;
};

// What somebody can pay for all that we collect from them. Minor units a month, rounded down.
struct Affordability {
  std::int64_t income = 0;
  std::int64_t spending = 0;    // Fixed and flexible costs, and other debts.
  std::int64_t disposable = 0;  // Below zero: they spend more than they have.
  std::int64_t savings = 0;     // The allowance.
  std::int64_t ceiling = 0;     // The largest instalment a month that lasts; never below zero.
  std::vector<GuidelineFlag> flags;

  friend bool operator==(const Affordability&, const Affordability&) = default;
};

Affordability Assess(const Budget& budget, const AffordabilityPolicy& policy,
                     std::span<const Guideline> guidelines);

// The largest instalment of that interval under a ceiling of a month, rounded down.
std::int64_t CeilingEach(std::int64_t monthly_ceiling, BudgetInterval interval);

}  // namespace parley

#endif  // PARLEY_DOMAIN_PLAN_AFFORDABILITY_H_
