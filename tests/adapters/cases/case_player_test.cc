// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/case_player.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "adapters/policy/read_policy.h"
#include "nlohmann/json.hpp"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

std::string FileText(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

absl::StatusOr<CaseReport> PlayText(const std::string& text) {
  static const auto* const kPolicy = new auto(policy::ReadPolicyFolder("infra/rulebooks"));
  EXPECT_TRUE(kPolicy->ok()) << kPolicy->status();
  return CasePlayer().Play(text, (*kPolicy)->Books(), (*kPolicy)->calendars);
}

std::string Told(const CaseReport& report) {
  std::string text;
  for (const CaseFailure& one : report.failures) {
    absl::StrAppend(&text, one.id, ": ", absl::StrJoin(one.differences, "; "), "\n");
  }
  return text;
}

CaseReport Play(const std::string& file) {
  return ValueOf(PlayText(FileText("tests/data/contact/" + file)));
}

TEST(WorkedCases, AreAnsweredAsTheRegulatorsAnswerThem) {
  const CaseReport report = Play("cases.json");
  EXPECT_EQ(Told(report), "");
  EXPECT_EQ(report.passed, 230);
  EXPECT_EQ(report.skipped, 7);
}

TEST(WorkedCases, OfOurOwnAreAnsweredToo) { EXPECT_EQ(Told(Play("own_cases.json")), ""); }

TEST(WorkedCases, ThatExpectSomethingElseFail) {
  Json all = Json::parse(FileText("tests/data/contact/own_cases.json"));
  for (Json& one : all) {
    one["then"] = {{"decision", "allow"}, {"reason_rule", "NO.SUCH.RULE"}, {"unheard_of", 1}};
  }
  const CaseReport report = ValueOf(PlayText(all.dump()));
  EXPECT_EQ(report.passed, 0);
  EXPECT_EQ(report.failures.size(), all.size());
  EXPECT_THAT(report.failures.front().expected, HasSubstr("NO.SUCH.RULE"));
  EXPECT_THAT(report.failures.front().answered, HasSubstr("decision"));
}

TEST(WorkedCases, ThatAreNoListAreRefused) {
  for (const char* text : {"", "{", "{}", "7", "\xff"}) {
    EXPECT_THAT(PlayText(text), IsRefused(Reason::kCasesMalformed)) << text;
  }
}

TEST(WorkedCases, ThatCannotBeReadFailAlone) {
  Json many = {
      {"id", "many"}, {"given", {{"debts", Json::array()}}}, {"when", {{"action", "contact"}}}};
  for (int debt = 0; debt < 65; ++debt)
    many["given"]["debts"].push_back({{"id", absl::StrCat(debt)}});
  const Json all = {7,
                    "text",
                    nullptr,
                    Json::object(),
                    {{"when", {{"action", 7}}}},
                    {{"when", {{"action", "contact"}}}},
                    many};
  const CaseReport report = ValueOf(PlayText(all.dump()));
  EXPECT_EQ(report.failures.size(), all.size());
}

}  // namespace
}  // namespace parley
