// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_LEARNING_WEIGHTS_LEARNER_H_
#define PARLEY_INFRA_CLI_LEARNING_WEIGHTS_LEARNER_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "domain/language/word_features.h"

namespace parley::cli {

// A text to learn from: how much each label is the right one, of 1 in all.
struct LearntText {
  language::TextFeatures features;
  std::vector<double> wanted;
};

// Learns weights (domain/language/word_weights.h) by multinomial logistic regression: stochastic
// gradient descent, most weights driven to nothing. The features that all languages share are
// learnt in all together. The same texts in the same order give the same weights.
class WeightsLearner {
 public:
  WeightsLearner(const std::vector<LearntText>& texts, std::size_t labels);

  // The section of a language: "[weights]" and its lines.
  std::string Written(language::LanguageCode language) const;

  // "a", ..., "z", "A", ...
  static char LetterOf(std::size_t label);

 private:
  using OfLabels = std::vector<double>;
  struct Example {
    std::vector<std::pair<std::size_t, double>> features;  // Their places and values.
    OfLabels wanted;
  };

  void Learn();
  OfLabels LikelihoodsOf(const Example& example) const;
  void LearnFrom(const Example& example);
  std::string WeightsAt(std::size_t place) const;

  std::size_t labels_;
  std::vector<Example> examples_;
  absl::flat_hash_map<std::string, std::size_t> places_;
  std::vector<OfLabels> weights_;  // By place.
  std::vector<OfLabels> steps_;    // The sums of squared slopes.
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_LEARNING_WEIGHTS_LEARNER_H_
