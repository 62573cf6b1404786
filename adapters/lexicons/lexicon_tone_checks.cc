// SPDX-License-Identifier: Apache-2.0
#include "adapters/lexicons/lexicon_tone_checks.h"

#include <optional>
#include <utility>

#include "domain/common/status_macros.h"

namespace parley::lexicons {

absl::StatusOr<std::unique_ptr<LexiconToneChecks>> LexiconToneChecks::Make(
    const Lexicons& lexicons) {
  std::unique_ptr<LexiconToneChecks> checks(new LexiconToneChecks());
  for (const language::LanguageCode code : language::kLanguages) {
    PARLEY_ASSIGN_OR_RETURN(language::ToneCheck check,
                            language::ToneCheck::Make(code, lexicons.Of("tone", code)));
    checks->checks_.emplace(code, std::move(check));
  }
  return checks;
}

const language::ToneCheck* LexiconToneChecks::Of(std::string_view language_code) const {
  const std::optional<language::LanguageCode> code = language::LanguageOf(language_code);
  return code.has_value() ? &checks_.at(*code) : nullptr;
}

}  // namespace parley::lexicons
