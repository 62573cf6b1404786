// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/language/concepts_found.h"
#include "domain/language/lexicon.h"
#include "domain/language/passage.h"
#include "domain/language/tone/finding.h"
#include "domain/language/tone/tone_context.h"
#include "domain/language/tone/tone_rules.h"
#include "domain/language/word_features.h"
#include "domain/language/word_weights.h"

namespace parley::language {

// What weights of tone tell apart: a text that is acceptable, then the categories in their order.
inline constexpr std::size_t kAcceptableLabel = 0;
inline constexpr std::size_t kToneLabels = kToneCategories.size() + 1;
std::size_t LabelOf(ToneCategory category);

// The name of what weights found of a category: "THREAT.WEIGHTS".
std::string_view WeightsRuleOf(ToneCategory category);

// Whether the text is short, as a line of a chat is: what is around a finding is too little to
// speak against it ("We will tell your employer" is of the words of any other line), and what is
// not said is no sign.
bool IsALine(const Passage& passage);

// What weights go by: words and their meaning, and of the whole text "%others" (who may read it),
// "%quoted" and "%exclaimed".
void TellFeatures(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                  Audience audience, FeatureTeller tell);

// Findings of rules with what weights say of the text: what rules found in a text of few sentences
// that is more than a line and that weights hold acceptable only warns, but for rules that are
// certain; and where nothing blocks
// a text of some words that weights do not hold acceptable, they name what is wrong with it.
std::vector<ToneFinding> Join(const Passage& passage, const ToneRules& rules,
                              const EnabledStatements& enabled, std::vector<ToneFinding> findings,
                              const WeighedWords& weighed);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_
