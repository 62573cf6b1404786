// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_SCORING_CASE_LINES_H_
#define PARLEY_INFRA_CLI_SCORING_CASE_LINES_H_

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"

namespace parley::cli {

// A worked case, and what it expects and is not found.
struct CheckedLine {
  std::int64_t line = 0;
  std::string id;  // Empty for a line that cannot be read.
  // "balance_minor: 100 expected, 90 found", or why there is nothing to compare.
  std::vector<std::string> differences;
};

struct LineReport {
  std::int64_t passed = 0;
  std::vector<CheckedLine> failures;
};

// Holds every line of a file of worked cases against what `check` finds, which leaves the number of
// the line to this; empty lines are passed over.
LineReport CheckLines(std::istream& in, absl::FunctionRef<CheckedLine(std::string_view)> check);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_SCORING_CASE_LINES_H_
