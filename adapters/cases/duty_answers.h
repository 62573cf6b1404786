// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_CASES_DUTY_ANSWERS_H_
#define PARLEY_ADAPTERS_CASES_DUTY_ANSWERS_H_

#include "adapters/cases/case_answer.h"
#include "domain/communication/rulebooks.h"

namespace parley::cases {

// Asks for what is owed beyond contact: a notice, a day, a sum, a record. Throws CaseFault for an
// action that nobody knows, and for what cannot be read.
CaseAnswer AnswerDuty(const Json& given, const Json& when, const Rulebooks& books);

}  // namespace parley::cases

#endif  // PARLEY_ADAPTERS_CASES_DUTY_ANSWERS_H_
