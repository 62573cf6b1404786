// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_PHRASE_H_
#define PARLEY_DOMAIN_LANGUAGE_PHRASE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/language_code.h"
#include "domain/language/passage.h"

namespace parley::language {

enum class AtomKind : std::uint8_t { kExact, kPrefix, kSuffix, kConcept, kWordKind, kAny };

// What one word may be: itself, its beginning (seiz*), its end (*schulden), a word kind
// (<money>), any word (<any>) or the first word of a concept (@relative).
struct Atom {
  AtomKind kind = AtomKind::kExact;
  WordKind word_kind = WordKind::kWord;
  std::uint32_t concept_id = 0;  // Of kConcept, once the lexicon is whole.
  std::string text;              // Folded; the name of a concept.

  // For all but kConcept. Most words differ in their first letter, or their last.
  bool Matches(std::string_view folded_word, WordKind word) const {
    if (kind == AtomKind::kExact || kind == AtomKind::kPrefix) {
      return folded_word.front() == text.front() && MatchesAll(folded_word, word);
    }
    if (kind == AtomKind::kSuffix) {
      return folded_word.back() == text.back() && MatchesAll(folded_word, word);
    }
    return MatchesAll(folded_word, word);
  }

 private:
  bool MatchesAll(std::string_view folded_word, WordKind word) const;
};

// One step of a phrase.
struct Element {
  std::vector<Atom> alternatives;
  bool optional = false;
  std::uint8_t gap = 0;  // So many words of the same sentence may come before it.
  std::uint64_t heads = ~std::uint64_t{0};  // The bits of the words that it may be.
};

// Words in their order: "will|shall send .. our bailiff*".
struct Phrase {
  std::vector<Element> elements;
};

// One bit for how a word begins. Words of other bits are other words, so most phrases are ruled out
// without a look at their words.
constexpr std::uint64_t HeadBit(std::string_view word) {
  constexpr unsigned kSpread = 37;
  constexpr unsigned kBits = 64;
  const unsigned first = word.empty() ? 0U : static_cast<unsigned char>(word[0]);
  const unsigned second = word.size() < 2 ? 0U : static_cast<unsigned char>(word[1]);
  return std::uint64_t{1} << ((first * kSpread + second) % kBits);
}

// The bits of all words that an element may be.
std::uint64_t HeadBits(const Element& element);

// Reads a phrase: steps between spaces, alternatives between |, "?" after what may be missing, ".."
// for up to 3 words between, "..." for up to 6. An alternative of several words has + between them,
// and makes a phrase of its own. Words are folded and parted as in texts. Errors: INVALID_ARGUMENT
// with what is wrong.
absl::StatusOr<std::vector<Phrase>> ReadPhrases(std::string_view text, LanguageCode language);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_PHRASE_H_
