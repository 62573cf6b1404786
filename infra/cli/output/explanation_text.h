// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_EXPLANATION_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_EXPLANATION_TEXT_H_

#include <string>

#include "application/ports/plain_words.h"
#include "parley/v1/explanation.pb.h"

namespace parley::cli {

// Where a debt stands, for the person who owes it to read: first the state and the balance, then
// what one can count on, why, what can be done, and the rights. The voice has the headings.
std::string ExplanationText(const v1::StatusExplanation& explanation, const Voice& voice);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_EXPLANATION_TEXT_H_
