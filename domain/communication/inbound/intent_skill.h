// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_SKILL_H_
#define PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_SKILL_H_

#include "domain/communication/inbound/intent.h"
#include "domain/worklist/skill.h"

namespace parley {

// What a person must know who looks at words that mean so.
Skill SkillFor(Intent intent);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_INBOUND_INTENT_SKILL_H_
