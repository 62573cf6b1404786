// SPDX-License-Identifier: Apache-2.0
#include "domain/language/language_code.h"

#include "absl/strings/match.h"

namespace parley::language {

std::string_view NameOf(LanguageCode language) {
  switch (language) {
    case LanguageCode::kEnglish:
      return "en";
    case LanguageCode::kSpanish:
      return "es";
    case LanguageCode::kFrench:
      return "fr";
    case LanguageCode::kGerman:
      return "de";
  }
  return "";
}

std::optional<LanguageCode> LanguageOf(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  for (const LanguageCode language : kLanguages) {
    const std::string_view name = NameOf(language);
    if (absl::EqualsIgnoreCase(absl::string_view(primary.data(), primary.size()),
                               absl::string_view(name.data(), name.size()))) {
      return language;
    }
  }
  return std::nullopt;
}

}  // namespace parley::language
