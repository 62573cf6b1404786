// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/tone_text.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "infra/cli/scoring/json_lines.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using Json = nlohmann::ordered_json;
using language::ToneFinding;

std::string Of(std::string_view text) { return std::string(text); }

}  // namespace

std::string FindingsText(const std::string& text, const language::ToneReport& report) {
  std::string told;
  for (const ToneFinding& finding : report.findings) {
    absl::StrAppend(&told, Of(NameOf(finding.category)), "  ", Of(NameOf(finding.severity)), "  ",
                    Of(finding.rule), "  ", finding.span.begin, "-", finding.span.end, "\n  \"",
                    Of(finding.span.In(text)), "\"\n  ", Of(finding.suggestion), "\n");
  }
  absl::StrAppend(&told, report.blocked() ? "Blocked" : "May go out", "; reads at ",
                  report.readability.score, " (100 is easy, below 30 is hard).\n");
  return told;
}

std::string FindingsJson(const std::string& text, const language::ToneReport& report) {
  Json findings = Json::array();
  for (const ToneFinding& finding : report.findings) {
    findings.push_back({{"category", Of(NameOf(finding.category))},
                        {"severity", Of(NameOf(finding.severity))},
                        {"rule", Of(finding.rule)},
                        {"begin", finding.span.begin},
                        {"end", finding.span.end},
                        {"words", Of(finding.span.In(text))},
                        {"suggestion", Of(finding.suggestion)}});
  }
  return JsonLine({{"blocked", report.blocked()},
                   {"readability", report.readability.score},
                   {"findings", std::move(findings)}});
}

std::string ScoreText(const ToneScore& score) {
  std::string told;
  for (const Misjudged& one : score.misjudged) {
    absl::StrAppend(&told, one.id, " ", Of(NameOf(one.language)), " ",
                    one.acceptable ? "false alarm" : "missed", "\n  ", one.text, "\n");
    for (const std::string& finding : one.findings) absl::StrAppend(&told, "  > ", finding, "\n");
  }
  absl::StrAppend(&told, "acceptable or not  ", ShareText(score.accuracy), "\n");
  for (const auto& [code, share] : score.by_language) {
    absl::StrAppend(&told, "  ", Of(NameOf(code)), "               ", ShareText(share), "\n");
  }
  absl::StrAppend(&told, "obvious rows       ", ShareText(score.obvious), "\nfalse alarms       ",
                  ShareText(score.false_alarms), "\n");
  for (const auto& [category, counted] : score.by_category) {
    absl::StrAppend(&told, absl::StrFormat("%-16s precision %.2f  recall %.2f  spans %.2f\n",
                                           Of(NameOf(category)), counted.precision().value(),
                                           counted.recall().value(), counted.spans.value()));
  }
  return told;
}

std::string ScoreJson(const ToneScore& score) {
  Json by_language = Json::object();
  for (const auto& [code, share] : score.by_language) by_language[Of(NameOf(code))] = share.value();
  Json by_category = Json::object();
  for (const auto& [category, counted] : score.by_category) {
    by_category[Of(NameOf(category))] = {{"precision", counted.precision().value()},
                                         {"recall", counted.recall().value()},
                                         {"spans", counted.spans.value()}};
  }
  Json misjudged = Json::array();
  for (const Misjudged& one : score.misjudged) misjudged.push_back(one.id);
  return JsonLine({{"accuracy", score.accuracy.value()},
                   {"texts", score.accuracy.whole},
                   {"obvious", score.obvious.value()},
                   {"false_alarms", score.false_alarms.value()},
                   {"by_language", std::move(by_language)},
                   {"by_category", std::move(by_category)},
                   {"misjudged", std::move(misjudged)}});
}

}  // namespace parley::cli
