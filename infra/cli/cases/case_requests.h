// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CASES_CASE_REQUESTS_H_
#define PARLEY_INFRA_CLI_CASES_CASE_REQUESTS_H_

#include "infra/cli/cases/case_facts.h"

namespace parley::cli {

// Hours of days that are numbered from Monday, 0. Without days, all seven.
DayWindow ReadHours(const Json& hours);

// Adds what persons asked for or agreed to: consents, designations, disputes, pauses, and the
// history of addresses.
void ReadRequests(const Json& given, const CaseNames& names, Facts& facts);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CASES_CASE_REQUESTS_H_
