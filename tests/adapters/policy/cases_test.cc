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

cli::CaseReport Play(const std::string& file) {
  const absl::StatusOr<Policy> policy = ReadPolicyFolder("infra/rulebooks");
  EXPECT_TRUE(policy.ok()) << policy.status();
  const auto report =
      cli::PlayCases(FileText("tests/data/contact/" + file), policy->books, policy->calendars);
  EXPECT_TRUE(report.ok()) << report.status();
  return *report;
}

TEST(WorkedCases, AreAnsweredAsTheRegulatorsAnswerThem) {
  const cli::CaseReport report = Play("cases.json");
  EXPECT_TRUE(report.failures.empty()) << cli::ReportText(report);
  EXPECT_EQ(report.passed, 230);
  EXPECT_EQ(report.skipped, 7);
}

TEST(WorkedCases, OfOurOwnAreAnsweredToo) {
  const cli::CaseReport report = Play("own_cases.json");
  EXPECT_TRUE(report.failures.empty()) << cli::ReportText(report);
}

TEST(WorkedCases, ThatExpectSomethingElseFail) {
  const std::string text = FileText("tests/data/contact/own_cases.json");
  cli::Json cases = cli::Json::parse(text);
  for (cli::Json& one : cases) {
    one["then"] = {{"decision", "allow"}, {"reason_rule", "NO.SUCH.RULE"}, {"unheard_of", 1}};
  }
  const absl::StatusOr<Policy> policy = ReadPolicyFolder("infra/rulebooks");
  const auto report = cli::PlayCases(cases.dump(), policy->books, policy->calendars);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->passed, 0);
  EXPECT_EQ(report->failures.size(), cases.size());
}

}  // namespace
}  // namespace parley::policy
