// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_CASE_REQUESTS_H_
#define PARLEY_ADAPTERS_CASES_CASE_REQUESTS_H_

#include "adapters/cases/case_facts.h"

namespace parley::cases {

// Hours of days that are numbered from Monday, 0. Without days, all seven.
DayWindow ReadHours(const Json& hours);

// Adds what persons asked for or agreed to: consents, designations, disputes, pauses, and the
// history of addresses.
void ReadRequests(const Json& given, const CaseNames& names, Facts& facts);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_CASE_REQUESTS_H_
