// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_

#include <cstddef>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/lexicon.h"
#include "domain/language/passage.h"

namespace parley::language {

// What is told of each feature: its name, which lives no longer than the call, and its words.
using FeatureTeller = absl::FunctionRef<void(std::string_view name, const WordRange& words)>;

// What a linear model goes by; each may be told more than once. Of a language: words ("pay",
// "=money" for any sum), two in a row ("will_pay", "^_pay" at the text's beginning, "pay_$" at its
// end), the beginning of longer ones ("promi-"), four letters in a row ("~^pay"). Of them all: a
// concept ("@will_pay"), and of the whole text "%sms", "%call_note", "%question", its length
// ("%words_8": no more than so many) and "%any".
void TellFeatures(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                  HeardBy by, FeatureTeller tell);

// Whether a feature is that of one language.
bool IsOfOneLanguage(std::string_view feature);

// How much a feature counts beside others, in a text of so many words: thousandths.
int ValueOf(std::string_view feature, std::size_t words);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_MESSAGE_FEATURES_H_
