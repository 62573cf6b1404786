// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/cases/duty_answers.h"

namespace parley::cli {

CaseAnswer AnswerDuty(const Json& /*given*/, const Json& when, const Rulebooks& /*books*/) {
  throw CaseFault{"the action is unknown: " + TextOf(when, "action")};
}

}  // namespace parley::cli
