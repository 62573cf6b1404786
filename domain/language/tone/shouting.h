// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_SHOUTING_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_SHOUTING_H_

#include <vector>

#include "domain/language/concepts_found.h"
#include "domain/language/passage.h"

namespace parley::language {

// Parts of a text that are shouted: capitals over several words, or over one that nobody writes so
// but to press (`pressing`: "NOW"), and exclamation marks in a row. A heading on a line of its own,
// an acronym, a reference and the word that an answer is to consist of are none.
std::vector<TextSpan> ShoutedIn(const Passage& passage, const ConceptsFound& found,
                                ConceptId pressing);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_SHOUTING_H_
