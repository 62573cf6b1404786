// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/entity_reader.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/hearing_rules.h"
#include "domain/language/hearing/hearing_weights.h"
#include "domain/language/hearing/rule_listener.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/passage.h"
#include "domain/language/word_weights.h"

namespace parley::language {

// Hears what a text of one language says. Safe for threads.
class LanguageHearing {
 public:
  // From the files of hearing in a language: what all have in common, and its own. Errors:
  // INVALID_ARGUMENT, with file, line and field of all that is wrong.
  static absl::StatusOr<LanguageHearing> Make(LanguageCode language,
                                              std::span<const LexiconFile> files);

  LanguageCode language() const { return lexicon_.language(); }

  // Of the new part of a text (NewPartOf).
  Heard Hear(std::string_view new_part, const HearingContext& context) const;

  // By rules alone, as for a text that may be of another language.
  Heard HearByRules(std::string_view new_part, const HearingContext& context) const;

  TextFeatures FeaturesOf(std::string_view new_part, HeardBy by) const;

 private:
  LanguageHearing(Lexicon lexicon, HearingRules rules, WordWeights weights, EntityReader entities)
      : lexicon_(std::move(lexicon)),
        rules_(std::move(rules)),
        weights_(std::move(weights)),
        entities_(std::move(entities)) {}

  std::vector<RuleHeard> ToldByRules(const Passage& passage, const ConceptsFound& found,
                                     HeardBy by) const;
  Heard HeardOf(const Passage& passage, const ConceptsFound& found, const HearingContext& context,
                const std::vector<RuleHeard>& told, const WeighedIntents& weighed) const;

  Lexicon lexicon_;
  HearingRules rules_;
  WordWeights weights_;
  EntityReader entities_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_
