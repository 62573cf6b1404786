// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CONTEXT_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CONTEXT_H_

#include <cstdint>

namespace parley::language {

// Who may read or hear a text besides the one it is for.
enum class Audience : std::uint8_t {
  kAddressee,    // Nobody; a subject line within the text is seen by others all the same.
  kSubjectLine,  // The text is one.
  kOthers,       // A postcard, a voicemail, a third party.
};

// Statements about a debt that are true of it, by the data of the case and not by what the text
// says of itself. What is not enabled here may not be announced.
struct EnabledStatements {
  bool court_order = false;        // There is one, with its case number.
  bool legal_action = false;       // Creditor and jurisdiction enable it, and it is decided.
  bool agreed_instalment = false;  // A sum was agreed, so it stands without its parts.
};

// What a check knows of a text beside its words.
struct ToneContext {
  Audience audience = Audience::kAddressee;
  EnabledStatements enabled;
  // Words of a template, with or without what a person wrote in them. Weights were learnt on what
  // persons write, and have no say in them.
  bool by_rules_alone = false;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_TONE_CONTEXT_H_
