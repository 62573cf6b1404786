// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_CONCEPTS_FOUND_H_
#define PARLEY_DOMAIN_LANGUAGE_CONCEPTS_FOUND_H_

#include <span>
#include <utility>
#include <vector>

#include "domain/language/lexicon.h"
#include "domain/language/passage.h"

namespace parley::language {

// Where a passage says what: the words of every concept of a lexicon.
class ConceptsFound {
 public:
  // Both are read here and not kept.
  ConceptsFound(const Lexicon& lexicon, const Passage& passage);

  // In the order of the text, without repetition.
  std::span<const WordRange> Of(ConceptId id) const {
    const auto [first, last] = bounds_[id];
    return std::span(ranges_).subspan(first, last - first);
  }
  bool Has(ConceptId id) const { return bounds_[id].first < bounds_[id].second; }

 private:
  friend class ConceptFinder;

  std::vector<WordRange> ranges_;  // Concept after concept.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_CONCEPTS_FOUND_H_
