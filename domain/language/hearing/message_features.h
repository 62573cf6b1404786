// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_

#include "domain/language/concepts_found.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/lexicon.h"
#include "domain/language/passage.h"
#include "domain/language/word_features.h"

namespace parley::language {

// What weights of hearing go by: words and their meaning, and of the whole text "%sms" and
// "%call_note".
void TellFeatures(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                  HeardBy by, FeatureTeller tell);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_
