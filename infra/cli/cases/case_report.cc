// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/cases/case_report.h"

#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ShownTime(absl::Time time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", time, absl::UTCTimeZone());
}

Json AnswerJson(const CaseAnswer& answer) {
  Json json = answer.fields;
  json["decision"] = answer.decision;
  if (answer.earliest.has_value()) json["earliest_allowed_at"] = ShownTime(*answer.earliest);
  Json rules = Json::array();
  for (const SpokenRule& rule : answer.spoke) {
    if (rule.word == Word::kDoesNotConcern) continue;
    Json one = {{"rule", rule.id}, {"says", std::string(NameOf(rule.word))}};
    if (!rule.before.empty()) one["count_in_window"] = rule.before;
    rules.push_back(std::move(one));
  }
  json["rules"] = std::move(rules);
  return json;
}

std::string FailureText(const CaseFailure& failure) {
  std::string text = absl::StrCat(failure.id, " (", failure.action, "): ", failure.title, "\n");
  for (const std::string& difference : failure.differences) {
    absl::StrAppend(&text, "  ", difference, "\n");
  }
  absl::StrAppend(&text, "  given:    ", Dump(failure.given), "\n");
  absl::StrAppend(&text, "  expected: ", Dump(failure.expected), "\n");
  absl::StrAppend(&text, "  answered: ", Dump(AnswerJson(failure.answer)), "\n");
  return text;
}

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
                        {"given", failure.given},
                        {"expected", failure.expected},
                        {"answered", AnswerJson(failure.answer)}});
  }
  const Json whole = {{"passed", report.passed},
                      {"failed", report.failures.size()},
                      {"skipped", report.skipped},
                      {"failures", std::move(failures)}};
  return Dump(whole) + "\n";
}

}  // namespace parley::cli
