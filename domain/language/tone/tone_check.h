// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CHECK_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CHECK_H_

#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/tone/exposure.h"
#include "domain/language/tone/finding.h"
#include "domain/language/tone/readability.h"
#include "domain/language/tone/tone_context.h"
#include "domain/language/tone/tone_rules.h"
#include "domain/language/word_weights.h"

namespace parley::language {

// What a check says of a text.
struct ToneReport {
  std::vector<ToneFinding> findings;  // In the order of the text.
  Readability readability;

  // Whether the text may not go out as it stands.
  bool blocked() const;
};

// Tells whether a text may go out to somebody who owes: the same text gives the same answer, and
// each finding names its rule and its words. Safe for threads.
class ToneCheck {
 public:
  // From the files of tone in a language: what all have in common, its own, and the weights of its
  // words, if any. Errors:
  // INVALID_ARGUMENT, with file, line and field of all that is wrong.
  static absl::StatusOr<ToneCheck> Make(LanguageCode language, std::span<const LexiconFile> files);

  LanguageCode language() const { return lexicon_.language(); }
  ToneReport Check(std::string_view text, const ToneContext& context = {}) const;

  // What weights are learnt from.
  TextFeatures FeaturesOf(std::string_view text, Audience audience) const;

 private:
  ToneCheck(Lexicon lexicon, ToneRules rules, WordWeights weights, ExposureMarks marks,
            ConceptId pressing);

  std::vector<ToneFinding> FoundByRules(const Passage& passage, const ConceptsFound& found,
                                        const ToneContext& context) const;

  Lexicon lexicon_;
  ToneRules rules_;
  WordWeights weights_;
  ExposureMarks marks_;
  ConceptId pressing_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CHECK_H_
