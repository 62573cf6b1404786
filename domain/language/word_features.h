// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_WORD_FEATURES_H_
#define PARLEY_DOMAIN_LANGUAGE_WORD_FEATURES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "domain/language/concepts_found.h"
#include "domain/language/language_code.h"
#include "domain/language/lexicon.h"
#include "domain/language/passage.h"

namespace parley::language {

// What is told of each feature that a linear model goes by: its name, which lives no longer than
// the call, and its words. Each may be told more than once.
using FeatureTeller = absl::FunctionRef<void(std::string_view name, const WordRange& words)>;

// Features of a language: words ("pay", "=money" for any sum), two in a row ("will_pay", "^_pay" at
// the text's beginning, "pay_$" at its end), the beginning of longer ones ("promi-").
void TellWords(const Passage& passage, FeatureTeller tell);

// Also of a language: four letters of a word in a row ("~^pay").
void TellLetters(const Passage& passage, FeatureTeller tell);

// Features of all languages: concepts ("@will_pay"), and of the whole text "%question", its length
// ("%words_8": no more than so many) and "%any".
void TellMeaning(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                 FeatureTeller tell);

// Whether a feature is that of one language.
bool IsOfOneLanguage(std::string_view feature);

// How much a feature counts beside others in a text of so many words.
class FeatureValues {
 public:
  explicit FeatureValues(std::size_t words);

  // Thousandths.
  int Of(std::string_view feature) const {
    return !feature.empty() && feature.front() == '~' ? of_letters_ : of_words_;
  }

 private:
  int of_words_ = 0;
  int of_letters_ = 0;
};

// What weights are learnt from: the features of a text, once each.
struct TextFeatures {
  LanguageCode language = LanguageCode::kEnglish;
  std::vector<std::string> names;
  std::size_t words = 0;  // Of the text.
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_WORD_FEATURES_H_
