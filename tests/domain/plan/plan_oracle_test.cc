// SPDX-License-Identifier: Apache-2.0
// Schedules against an oracle that another hand wrote in another language:
// tests/support/oracle/make_plans.py makes plans in the format of `parley check plans`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "infra/cli/plan/plan_case.h"

namespace parley {
namespace {

TEST(PlanOracle, AgreesOnTheKeptPlans) {
  std::ifstream file("tests/data/plan/plans.jsonl");
  const cli::LineReport report = cli::CheckPlans(file);
  EXPECT_EQ(report.passed, 200);
  for (const cli::CheckedLine& failure : report.failures) {
    for (const std::string& difference : failure.differences) {
      ADD_FAILURE() << failure.line << ": " << failure.id << ": " << difference;
    }
  }
}

// A comparison that cannot fail is worth nothing.
TEST(PlanOracle, SeesADifferenceOfAMinorUnitAndOfADay) {
  std::istringstream plan(
      R"({"id":"one","currency":"EUR","balance":{"principal":1000},"terms":{"start":"2026-01-15",)"
      R"("frequency":"MONTHLY","days":[31],"first_due":"2026-01-31","first_minor":null,)"
      R"("roll":"PRECEDING","holidays":[],"rate_e10":0,"day_count":"ACT_365F",)"
      R"("remainder":"LAST"},"request":{"count":3},"expect":{"instalments":[)"
      R"({"due":"2026-01-31","amount_minor":333},{"due":"2026-02-27","amount_minor":334},)"
      R"({"due":"2026-03-31","amount_minor":334}],"total_minor":1001,"end_date":"2026-04-30"}})");
  const cli::LineReport report = cli::CheckPlans(plan);
  EXPECT_EQ(report.passed, 0);
  ASSERT_EQ(report.failures.size(), 1U);
  EXPECT_EQ(report.failures.front().id, "one");
  EXPECT_EQ(
      report.failures.front().differences,
      (std::vector<std::string>{"instalments[0]: 2026-01-31 333 expected, 2026-01-30 333 found",
                                "instalments[1]: 2026-02-27 334 expected, 2026-02-27 333 found",
                                "total_minor: 1001 expected, 1000 found",
                                "end_date: 2026-04-30 expected, 2026-03-31 found"}));
}

}  // namespace
}  // namespace parley
