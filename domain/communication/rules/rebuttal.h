// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_RULES_REBUTTAL_H_
#define PARLEY_DOMAIN_COMMUNICATION_RULES_REBUTTAL_H_

#include "domain/communication/rules/judge.h"

namespace parley {

// True for what answers the person, or is owed to them: no count speaks against it.
bool SkipsCounts(Purpose purpose);

// The saying of a presumption that the act has a reason to rebut, where the firm lets it: the act
// is allowed with the records of it. Any other saying as it is.
Saying Rebutted(const Rebuttal& rebuttal, const Saying& saying, const Hearing& hearing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_RULES_REBUTTAL_H_
