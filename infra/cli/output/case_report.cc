// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/case_report.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::json;

std::string FailureText(const CaseFailure& failure) {
  std::string text = absl::StrCat(failure.id, " (", failure.action, "): ", failure.title, "\n");
  for (const std::string& difference : failure.differences) {
    absl::StrAppend(&text, "  ", difference, "\n");
  }
  absl::StrAppend(&text, "  given:    ", failure.given, "\n");
  absl::StrAppend(&text, "  expected: ", failure.expected, "\n");
  absl::StrAppend(&text, "  answered: ", failure.answered, "\n");
  return text;
}

Json Parsed(const std::string& text) { return Json::parse(text, nullptr, false); }

}  // namespace

std::string ReportText(const CaseReport& report) {
  std::string text;
  for (const CaseFailure& failure : report.failures) text += FailureText(failure);
  return absl::StrCat(text, report.passed, " passed, ", report.failures.size(), " failed, ",
                      report.skipped, " skipped\n");
}

std::string ReportJson(const CaseReport& report) {
  Json failures = Json::array();
  for (const CaseFailure& failure : report.failures) {
    failures.push_back({{"id", failure.id},
                        {"action", failure.action},
                        {"differences", failure.differences},
                        {"given", Parsed(failure.given)},
                        {"expected", Parsed(failure.expected)},
                        {"answered", Parsed(failure.answered)}});
  }
  const Json whole = {{"passed", report.passed},
                      {"failed", report.failures.size()},
                      {"skipped", report.skipped},
                      {"failures", std::move(failures)}};
  return whole.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace parley::cli
