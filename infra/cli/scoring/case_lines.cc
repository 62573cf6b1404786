// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/scoring/case_lines.h"

#include <utility>

#include "absl/strings/ascii.h"

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

}  // namespace parley::cli
