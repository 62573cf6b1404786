// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_LEXICON_H_
#define PARLEY_DOMAIN_LANGUAGE_LEXICON_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "domain/language/language_code.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/phrase.h"

namespace parley::language {

// A concept of a lexicon; those that others are made of have smaller numbers.
using ConceptId = std::uint32_t;

// What a language says for what is meant: a concept is a list of phrases, which may be made of
// other concepts. A file's section
//   [concept home_visit]
//   except: @medical_visit
//   @we ... visit|call at @your home|house, @we ... at your door
// gives one; sections of the same name in several files are one concept. `except` drops what
// overlaps with another concept ("cardiac arrest" is no arrest).
class Lexicon {
 public:
  // Errors: INVALID_ARGUMENT, with file, line and field of all that is wrong: a concept that
  // nobody defines or that is made of itself, a phrase that cannot be read.
  static absl::StatusOr<Lexicon> Make(LanguageCode language, std::span<const LexiconFile> files);

  LanguageCode language() const { return language_; }
  std::optional<ConceptId> Find(std::string_view name) const;
  std::string_view NameOf(ConceptId id) const { return concepts_[id].name; }
  std::size_t size() const { return concepts_.size(); }

 private:
  friend class LexiconReader;
  friend class ConceptFinder;

  using PhraseId = std::uint32_t;
  static constexpr std::uint64_t kAnyHead = ~std::uint64_t{0};
  static constexpr std::size_t kStep = 3;  // Words; gaps are none, one or two steps.
  struct IndexedPhrase {
    ConceptId concept_id = 0;
    bool plain = true;                 // Made of words alone, so that it is found in any order.
    std::size_t reach = 0;             // The steps that its second word may be further off.
    std::uint64_t seconds = kAnyHead;  // The heads of what that may be.
    std::vector<Element> elements;
  };
  struct Concept {
    std::string name;
    std::optional<ConceptId> except;
    std::vector<PhraseId> led_by_concept;  // Phrases whose first word is another concept's.
  };
  // A word's beginning or end, and the phrases that it leads.
  struct Part {
    std::string text;
    std::vector<PhraseId> phrases;
  };

  LanguageCode language_ = LanguageCode::kEnglish;
  std::vector<Concept> concepts_;
  std::vector<IndexedPhrase> phrases_;
  // Phrases by their first word.
  absl::flat_hash_map<std::string, ConceptId> by_name_;
  absl::flat_hash_map<std::string, std::vector<PhraseId>> by_word_;
  absl::flat_hash_map<std::string, std::vector<Part>> by_beginning_;  // Of three letters.
  absl::flat_hash_map<std::string, std::vector<Part>> by_end_;
  std::array<std::vector<PhraseId>, 5> by_kind_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_LEXICON_H_
