// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/intent.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/passage.h"

namespace parley::language {

// What the weights say of a text: how likely each intent is the primary one, and why.
class WeighedIntents {
 public:
  // Thousandths of certainty; all 0 where there are no weights.
  int LikelihoodOf(Intent intent) const { return likelihoods_[static_cast<std::size_t>(intent)]; }
  Intent Likeliest() const;

  // The words that speak most for an intent, the weightiest first, and the part of a clause that
  // holds most of their weight.
  std::vector<WordRange> WordsFor(Intent intent, std::size_t most) const;
  WordRange EvidenceFor(Intent intent) const;

 private:
  friend class HearingWeights;

  // What weights say of one word, for each intent.
  using OfWord = std::array<std::int64_t, kIntentCount>;

  std::array<int, kIntentCount> likelihoods_{};
  std::vector<OfWord> words_;
  std::vector<std::uint32_t> clauses_;  // Of each word.
};

// A linear model of a language over features that people can read (message_features.h), learnt
// from labelled texts by `parley listen learn`. It is a section of lines
//   [weights]
//   promise: a-12 o140    for each feature hundredths by intent, a being the first of them
class HearingWeights {
 public:
  // None, where no file has such a section. Errors: INVALID_ARGUMENT, with file and line.
  static absl::StatusOr<HearingWeights> Make(std::span<const LexiconFile> files);

  bool none() const { return bounds_.empty(); }
  WeighedIntents Weigh(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                       HeardBy by) const;

 private:
  struct Weight {
    std::uint8_t intent = 0;
    std::int16_t hundredths = 0;
  };

  bool AddLine(const LexiconLine& line);

  absl::flat_hash_map<std::string, std::uint32_t> places_;       // In bounds_, by feature.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds_;  // In weights_.
  std::vector<Weight> weights_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_WEIGHTS_H_
