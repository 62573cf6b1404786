// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CASES_DUTY_ANSWERS_H_
#define PARLEY_INFRA_CLI_CASES_DUTY_ANSWERS_H_

#include "domain/communication/rulebooks.h"
#include "infra/cli/cases/case_answer.h"

namespace parley::cli {

// Asks for what is owed beyond contact: a notice, a day, a sum, a record. Throws CaseFault for an
// action that nobody knows, and for what cannot be read.
CaseAnswer AnswerDuty(const Json& given, const Json& when, const Rulebooks& books);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CASES_DUTY_ANSWERS_H_
