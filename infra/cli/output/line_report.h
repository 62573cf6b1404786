// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_LINE_REPORT_H_
#define PARLEY_INFRA_CLI_OUTPUT_LINE_REPORT_H_

#include <string>

#include "infra/cli/scoring/case_lines.h"

namespace parley::cli {

// Each difference with its line, then "N passed, M failed": for people, and for programs.
std::string ReportText(const LineReport& report);
std::string ReportJson(const LineReport& report);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_LINE_REPORT_H_
