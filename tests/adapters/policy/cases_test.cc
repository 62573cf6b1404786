// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>
#include <string>

#include "adapters/policy/read_policy.h"
#include "infra/cli/cases/case_report.h"
#include "infra/cli/cases/play_cases.h"

namespace parley::policy {
namespace {

std::string FileText(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST(WorkedCases, AreAnsweredAsTheRegulatorsAnswerThem) {
  const absl::StatusOr<Policy> policy = ReadPolicyFolder("infra/rulebooks");
  ASSERT_TRUE(policy.ok()) << policy.status();
  const auto report =
      cli::PlayCases(FileText("tests/data/contact/cases.json"), policy->books, policy->calendars);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_TRUE(report->failures.empty()) << cli::ReportText(*report);
  EXPECT_GE(report->passed, 229);
}

}  // namespace
}  // namespace parley::policy
