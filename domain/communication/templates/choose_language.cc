// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/choose_language.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"

namespace parley {
namespace {

constexpr auto kLanguageSourceWords =
    std::to_array<std::string_view>({"", "PERSON", "DEBT", "CREDITOR", "SYSTEM"});

// The template's language for a wish; empty when there is none. Case does not matter in a tag.
std::string LanguageFor(const std::string& wish, std::span<const std::string> available) {
  for (const std::string& tag : {wish, wish.substr(0, wish.find('-'))}) {
    const auto found = std::find_if(
        available.begin(), available.end(),
        [&tag](const std::string& language) { return absl::EqualsIgnoreCase(language, tag); });
    if (found != available.end()) return *found;
  }
  return "";
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<LanguageSource>() {
  return kLanguageSourceWords;
}

std::optional<ChosenLanguage> ChooseLanguage(const LanguageWishes& wishes,
                                             std::span<const std::string> available) {
  struct Wish {
    LanguageSource source;
    std::span<const std::string> tags;
  };
  std::optional<LanguageSource> unmet;
  for (const Wish& wish :
       {Wish{LanguageSource::kPerson, wishes.person}, Wish{LanguageSource::kDebt, wishes.debt},
        Wish{LanguageSource::kCreditor, wishes.creditor},
        Wish{LanguageSource::kSystem, {&wishes.system, 1}}}) {
    for (const std::string& tag : wish.tags) {
      std::string language = LanguageFor(tag, available);
      if (!language.empty()) {
        return ChosenLanguage{.language = std::move(language),
                              .format = tag,
                              .source = wish.source,
                              .fell_back_from = unmet};
      }
    }
    if (!unmet.has_value() && !wish.tags.empty()) unmet = wish.source;
  }
  return std::nullopt;
}

}  // namespace parley
