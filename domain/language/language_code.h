// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_LANGUAGE_CODE_H_
#define PARLEY_DOMAIN_LANGUAGE_LANGUAGE_CODE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace parley::language {

// The languages that texts are read in. Each has a lexicon.
enum class LanguageCode : std::uint8_t { kEnglish, kSpanish, kFrench, kGerman };

inline constexpr std::array kLanguages = {LanguageCode::kEnglish, LanguageCode::kSpanish,
                                          LanguageCode::kFrench, LanguageCode::kGerman};

// "en", "es", "fr", "de".
std::string_view NameOf(LanguageCode language);

// The language of a BCP 47 tag ("en", "fr-CA", "ES"); none for one that nothing is read in.
std::optional<LanguageCode> LanguageOf(std::string_view tag);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_LANGUAGE_CODE_H_
