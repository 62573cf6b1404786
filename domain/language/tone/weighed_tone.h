// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/language/concepts_found.h"
#include "domain/language/passage.h"
#include "domain/language/tone/finding.h"
#include "domain/language/tone/tone_context.h"
#include "domain/language/tone/tone_rules.h"
#include "domain/language/word_weights.h"

namespace parley::language {

// What weights of tone tell apart: a text that is acceptable, then the categories in their order.
inline constexpr std::size_t kAcceptableLabel = 0;
inline constexpr std::size_t kToneLabels = kToneCategories.size() + 1;
std::size_t LabelOf(ToneCategory category);

// The name of what weights found of a category: "THREAT.WEIGHTS".
std::string_view WeightsRuleOf(ToneCategory category);

// A text as rules see it.
struct JudgedPassage {
  const Passage& passage;
  const ConceptsFound& found;
  const Lexicon& lexicon;
  const ToneRules& rules;
  const ToneContext& context;
  const std::vector<ToneFinding>& findings;  // By rules.
};

// What weights go by: words and their meaning; what rules found ("!THREAT.VISIT") and what was
// excused ("?THREAT.VISIT"); "%others" and "%subject" of who reads it, "%quoted" and "%exclaimed".
void TellFeatures(const JudgedPassage& judged, FeatureTeller tell);

// Findings of rules with what weights say of the text: what is doubtful of a text that they hold
// acceptable only warns, and where nothing blocks a text that they do not, they name what is wrong.
std::vector<ToneFinding> Join(const JudgedPassage& judged, const WeighedWords& weighed);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_WEIGHED_TONE_H_
