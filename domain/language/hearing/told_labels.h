// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_TOLD_LABELS_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_TOLD_LABELS_H_

#include <vector>

#include "domain/language/hearing/hearing_rules.h"
#include "domain/language/hearing/hearing_weights.h"
#include "domain/language/hearing/rule_listener.h"

namespace parley::language {

// What rules heard, one an intent, without what others silence, the primary one first.
std::vector<RuleHeard> InOrder(const HearingRules& rules, std::vector<RuleHeard> heard);

// What is told of a text after rules spoke (in order) and weights did. Danger and the wish for
// silence are told where either hears them. Else the weights say which intent is the primary one,
// unless they are in doubt and a rule spoke; a rule's other intents stand where weights do not
// speak against them, and the weights' own where they are likely.
std::vector<RuleHeard> Join(const HearingRules& rules, const std::vector<RuleHeard>& by_rules,
                            const WeighedIntents& weighed);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_TOLD_LABELS_H_
