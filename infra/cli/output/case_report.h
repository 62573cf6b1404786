// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_CASE_REPORT_H_
#define PARLEY_INFRA_CLI_OUTPUT_CASE_REPORT_H_

#include <string>

#include "application/ports/worked_cases.h"

namespace parley::cli {

// Each failure with what was given, expected and answered, then "N passed, M failed, K skipped".
std::string ReportText(const CaseReport& report);
std::string ReportJson(const CaseReport& report);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_CASE_REPORT_H_
