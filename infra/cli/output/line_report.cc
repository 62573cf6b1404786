// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/line_report.h"

#include <utility>

#include "infra/cli/output/text.h"
#include "infra/cli/scoring/json_lines.h"

namespace parley::cli {

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
