// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHOOSE_LANGUAGE_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHOOSE_LANGUAGE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/vocabulary.h"

namespace parley {

// Whose word a message's language follows.
enum class LanguageSource : std::uint8_t {
  kPerson = 1,
  kDebt = 2,
  kCreditor = 3,
  kSystem = 4,
};

template <>
std::span<const std::string_view> WordsOf<LanguageSource>();

// Language tags as they are known, those of each in the order in which they are tried: a person may
// speak several languages, and a message may be about several debts.
struct LanguageWishes {
  std::vector<std::string> person;
  std::vector<std::string> debt;
  std::vector<std::string> creditor;
  std::string system = "en";
};

// The language of a message, and why it is that one: kept with the message.
struct ChosenLanguage {
  std::string language;  // In which there is a template: "es".
  std::string format;    // By which numbers and days are written: "es-MX".
  LanguageSource source = LanguageSource::kSystem;
  // Who wished first of those none of whose wishes could be met.
  std::optional<LanguageSource> fell_back_from;

  friend bool operator==(const ChosenLanguage&, const ChosenLanguage&) = default;
};

// The first of person, debt, creditor and system in one of whose languages there is a template: in
// the very one ("pt-BR"), or in the language without its region. None where even the system's is
// not among `available`.
std::optional<ChosenLanguage> ChooseLanguage(const LanguageWishes& wishes,
                                             std::span<const std::string> available);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHOOSE_LANGUAGE_H_
