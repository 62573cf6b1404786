// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_GRAMMAR_H_
#define PARLEY_DOMAIN_LANGUAGE_GRAMMAR_H_

#include <cstddef>
#include <string_view>

#include "domain/language/language_code.h"

namespace parley::language {

// Whether a word begins a clause of its own where it stands within a sentence ("but", "sino").
bool BeginsClause(LanguageCode language, std::string_view folded_word);

// Whether a full stop after this word ends no sentence ("Mr.", "z.B.").
bool IsAbbreviation(std::string_view folded_word);

// Whether names follow ("Mr", "Frau").
bool IsTitle(std::string_view folded_word);

// Whether a number before it is an amount ("euros").
bool IsCurrency(std::string_view folded_word);

// Where a word with an apostrophe parts in two ("l'huissier" after 2, "we'll" before 2); its size
// where it does not.
std::size_t PartsAt(LanguageCode language, std::string_view folded_word);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_GRAMMAR_H_
