// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_

#include <span>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "domain/language/hearing/entity_reader.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/hearing_rules.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"

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

 private:
  LanguageHearing(Lexicon lexicon, HearingRules rules, EntityReader entities)
      : lexicon_(std::move(lexicon)), rules_(std::move(rules)), entities_(std::move(entities)) {}

  Lexicon lexicon_;
  HearingRules rules_;
  EntityReader entities_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_LANGUAGE_HEARING_H_
