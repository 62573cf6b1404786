// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/scoring/case_lines.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "infra/cli/output/text.h"
#include "infra/cli/scoring/json_lines.h"

namespace parley::cli {

LineReport CheckLines(std::istream& in, absl::FunctionRef<CheckedLine(std::string_view)> check) {
  LineReport report;
  std::int64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    CheckedLine found = check(line);
    found.line = number;
    if (found.differences.empty()) {
      ++report.passed;
    } else {
      report.failures.push_back(std::move(found));
    }
  }
  return report;
}

std::string ReportText(const LineReport& report) {
  std::string text;
  for (const CheckedLine& found : report.failures) {
    for (const std::string& difference : found.differences) {
      text += "line " + std::to_string(found.line) +
              (found.id.empty() ? "" : ", " + Printable(found.id)) + ": " + Printable(difference) +
              "\n";
    }
  }
  return text + std::to_string(report.passed) + " passed, " +
         std::to_string(report.failures.size()) + " failed\n";
}

std::string ReportJson(const LineReport& report) {
  nlohmann::ordered_json failures = nlohmann::ordered_json::array();
  for (const CheckedLine& found : report.failures) {
    failures.push_back(
        {{"line", found.line}, {"id", found.id}, {"differences", found.differences}});
  }
  return JsonLine({{"passed", report.passed},
                   {"failed", report.failures.size()},
                   {"failures", std::move(failures)}});
}

}  // namespace parley::cli
