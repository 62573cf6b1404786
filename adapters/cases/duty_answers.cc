// SPDX-License-Identifier: Apache-2.0
#include "adapters/cases/duty_answers.h"

#include <utility>

#include "adapters/cases/duty_case.h"

namespace parley::cases {

CaseAnswer AnswerDuty(const Json& given, const Json& when, const Rulebooks& books) {
  const std::string action = TextOf(when, "action");
  const DutyCase one(given, when, books);
  DutyAnswer answer;
  const bool known = AnswerNotice(action, one, answer) || AnswerSum(action, one, answer) ||
                     AnswerTalk(action, one, answer) || AnswerDate(action, one, answer);
  if (!known) throw CaseFault{"the action is unknown: " + action};
  return std::move(answer).Take();
}

}  // namespace parley::cases
