// SPDX-License-Identifier: Apache-2.0
#include "adapters/lexicons/tone_checks.h"

#include <optional>
#include <utility>

#include "adapters/lexicons/lexicons.h"
#include "domain/common/status_macros.h"

namespace parley::lexicons {

absl::StatusOr<std::unique_ptr<BuiltInToneChecks>> BuiltInToneChecks::Make() {
  PARLEY_ASSIGN_OR_RETURN(const Lexicons lexicons, Lexicons::BuiltIn());
  std::unique_ptr<BuiltInToneChecks> made(new BuiltInToneChecks());
  for (const language::LanguageCode code : language::kLanguages) {
    PARLEY_ASSIGN_OR_RETURN(language::ToneCheck check,
                            language::ToneCheck::Make(code, lexicons.Of("tone", code)));
    made->checks_.emplace(code, std::move(check));
  }
  return made;
}

const language::ToneCheck* BuiltInToneChecks::Of(std::string_view language_code) const {
  const std::optional<language::LanguageCode> code = language::LanguageOf(language_code);
  return code.has_value() ? &checks_.at(*code) : nullptr;
}

}  // namespace parley::lexicons
