// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_PLAN_PLAN_CASE_H_
#define PARLEY_INFRA_CLI_PLAN_PLAN_CASE_H_

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/debt/bucket.h"
#include "domain/plan/schedule.h"
#include "infra/cli/scoring/case_lines.h"

namespace parley::cli {

// A schedule that somebody else computed: infra/docs/plan_cases.md.
struct PlanCase {
  std::string id;
  Currency currency;
  Buckets owed;
  ScheduleTerms terms;
  ScheduleRequest request;

  struct Due {
    Day day;
    std::int64_t amount = 0;
  };
  std::vector<Due> instalments;
  std::int64_t total = 0;
  Day end;
};

// Errors: INVALID_ARGUMENT, with the field and what is wrong with it.
absl::StatusOr<PlanCase> ParsePlanCase(std::string_view line);

// What a case expects and does not find, or why there is no such schedule; empty when all agrees.
std::vector<std::string> CheckPlan(const PlanCase& one);

// Makes every schedule of a file; empty lines are passed over.
LineReport CheckPlans(std::istream& in);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_PLAN_PLAN_CASE_H_
