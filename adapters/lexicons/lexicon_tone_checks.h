// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_LEXICONS_LEXICON_TONE_CHECKS_H_
#define PARLEY_ADAPTERS_LEXICONS_LEXICON_TONE_CHECKS_H_

#include <map>
#include <memory>

#include "absl/status/statusor.h"
#include "adapters/lexicons/lexicons.h"
#include "application/ports/tone_checks.h"

namespace parley::lexicons {

// The tone checks of all languages, each made once of its lexicons.
class LexiconToneChecks final : public ToneChecks {
 public:
  // Errors: INVALID_ARGUMENT with all that is wrong with the lexicons of a language.
  static absl::StatusOr<std::unique_ptr<LexiconToneChecks>> Make(const Lexicons& lexicons);

  const language::ToneCheck* Of(std::string_view language_code) const override;

 private:
  LexiconToneChecks() = default;

  std::map<language::LanguageCode, language::ToneCheck> checks_;
};

}  // namespace parley::lexicons

#endif  // PARLEY_ADAPTERS_LEXICONS_LEXICON_TONE_CHECKS_H_
