// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_H_

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/language_hearing.h"

namespace parley::language {

// The language that a text is most likely written in, by its small words; where they do not tell,
// the one that its writer is known by, or English.
LanguageCode LikelyLanguageOf(std::string_view text, std::optional<LanguageCode> known);

// Hears what somebody who wrote to us says, in any of our languages: only what is new in a reply,
// each thing with its evidence. The same text gives the same answer. Safe for threads.
class Hearing {
 public:
  // One a language. Errors: INVALID_ARGUMENT where one is missing.
  static absl::StatusOr<Hearing> Make(std::vector<LanguageHearing> languages);

  // In the language that the text is written in; danger and the wish for silence are also heard in
  // the others where that one is not sure.
  Heard Hear(std::string_view text, const HearingContext& context) const;

  // Of the same text, in the language that it is read in.
  TextFeatures FeaturesOf(std::string_view text, const HearingContext& context) const;

 private:
  explicit Hearing(std::vector<LanguageHearing> languages) : languages_(std::move(languages)) {}

  const LanguageHearing& In(LanguageCode language) const;

  std::vector<LanguageHearing> languages_;  // In the order of kLanguages.
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_H_
