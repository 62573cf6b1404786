// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_WORD_WEIGHTS_H_
#define PARLEY_DOMAIN_LANGUAGE_WORD_WEIGHTS_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/passage.h"
#include "domain/language/word_features.h"

namespace parley::language {

// What weights say of a text: how likely each label is the right one, and why. It lives no longer
// than the weights.
class WeighedWords {
 public:
  // Thousandths of certainty; all 0 where nothing was weighed.
  int LikelihoodOf(std::size_t label) const {
    return label < likelihoods_.size() ? likelihoods_[label] : 0;
  }
  std::size_t Likeliest() const;

  // The words that speak most for a label, the weightiest first, and the part of a clause that
  // holds most of their weight.
  std::vector<WordRange> WordsFor(std::size_t label, std::size_t most) const;
  WordRange EvidenceFor(std::size_t label) const;

 private:
  friend class WordWeights;

  struct Weight {
    std::uint8_t label = 0;
    std::int16_t hundredths = 0;
  };
  // A feature that weighs: its words, and what it counts.
  struct Told {
    WordRange words;
    std::span<const Weight> weights;
    int value = 0;
  };

  // What the weights say of each word.
  std::vector<std::int64_t> WeightsFor(std::size_t label) const;

  std::vector<int> likelihoods_;
  std::vector<Told> told_;
  std::vector<std::uint32_t> clauses_;  // Of each word.
};

// A linear model of a language over features that people can read (word_features.h), learnt from
// labelled texts. It is a section of lines
//   [weights]
//   promise: a-12 o140    for each feature hundredths by label, a being the first of them
class WordWeights {
 public:
  using FeaturesTold = absl::FunctionRef<void(FeatureTeller tell)>;

  // None, where no file has such a section. Errors: INVALID_ARGUMENT, with file and line.
  static absl::StatusOr<WordWeights> Make(std::span<const LexiconFile> files, std::size_t labels);

  bool none() const { return bounds_.empty(); }
  // By what `told` tells of the passage.
  WeighedWords Weigh(const Passage& passage, FeaturesTold told) const;

 private:
  using Weight = WeighedWords::Weight;

  explicit WordWeights(std::size_t labels) : labels_(labels) {}

  bool AddLine(const LexiconLine& line);

  std::size_t labels_ = 0;
  absl::flat_hash_map<std::string, std::uint32_t> places_;       // In bounds_, by feature.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bounds_;  // In weights_.
  std::vector<Weight> weights_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_WORD_WEIGHTS_H_
