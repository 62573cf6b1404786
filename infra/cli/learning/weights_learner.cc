// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/learning/weights_learner.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

using language::LanguageCode;

constexpr int kLeastTexts = 2;  // That must have a pair of words for it to have a weight.
constexpr int kPasses = 20;
constexpr double kThousandth = 1e-3;
constexpr double kRate = 0.3;          // Of the first step; later ones are less (AdaGrad).
constexpr double kShrink = 5e-4;       // What each step takes from a weight (L1).
constexpr double kLeastWeight = 0.25;  // Less is not written.

// Pairs of words that one text has say little of others; and a lexicon's line must hold the name.
bool IsWorthLearning(const std::string& feature, int texts) {
  const bool pair = feature.find('_') != std::string::npos;
  return (!pair || texts >= kLeastTexts) && feature.find_first_of(" ,|:[]#") == std::string::npos;
}

// The features that all languages share have one weight in all.
std::string KeyOf(const std::string& name, LanguageCode language) {
  if (!language::IsOfOneLanguage(name)) return absl::StrCat(" ", name);
  return absl::StrCat(std::string(NameOf(language)), " ", name);
}

}  // namespace

WeightsLearner::WeightsLearner(const std::vector<LearntText>& texts, std::size_t labels)
    : labels_(labels) {
  absl::flat_hash_map<std::string, int> having;
  for (const LearntText& text : texts) {
    for (const std::string& name : text.features.names) {
      ++having[KeyOf(name, text.features.language)];
    }
  }
  for (const LearntText& text : texts) {
    Example example;
    example.wanted = text.wanted;
    const language::FeatureValues values(text.features.words);
    for (const std::string& name : text.features.names) {
      const std::string key = KeyOf(name, text.features.language);
      if (!IsWorthLearning(name, having[key])) continue;
      const auto place = places_.emplace(key, places_.size()).first->second;
      example.features.emplace_back(place, kThousandth * values.Of(name));
    }
    examples_.push_back(std::move(example));
  }
  weights_.resize(places_.size(), OfLabels(labels_));
  steps_.resize(places_.size(), OfLabels(labels_));
  Learn();
}

void WeightsLearner::Learn() {
  std::mt19937 random(1);
  std::vector<std::size_t> order(examples_.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
  for (int pass = 0; pass < kPasses; ++pass) {
    for (std::size_t left = order.size(); left > 1; --left) {
      std::swap(order[left - 1], order[random() % left]);
    }
    for (const std::size_t at : order) LearnFrom(examples_[at]);
  }
}

std::string WeightsLearner::Written(LanguageCode language) const {
  std::vector<std::string> lines;
  for (const auto& [key, place] : places_) {
    const std::string name = key.substr(key.find(' ') + 1);
    if (key != KeyOf(name, language)) continue;
    const std::string weights = WeightsAt(place);
    if (!weights.empty()) lines.push_back(absl::StrCat(name, ":", weights, "\n"));
  }
  std::sort(lines.begin(), lines.end());
  std::string text = "[weights]\n";
  for (const std::string& line : lines) text += line;
  return text;
}

char WeightsLearner::LetterOf(std::size_t label) {
  constexpr std::size_t kLetters = 26;
  return static_cast<char>(label < kLetters ? 'a' + static_cast<char>(label)
                                            : 'A' + static_cast<char>(label - kLetters));
}

std::string WeightsLearner::WeightsAt(std::size_t place) const {
  constexpr double kHundred = 100;
  std::string text;
  for (std::size_t label = 0; label < labels_; ++label) {
    const double weight = weights_[place][label];
    if (std::abs(weight) < kLeastWeight) continue;
    absl::StrAppend(&text, " ", std::string(1, LetterOf(label)), std::lround(weight * kHundred));
  }
  return text;
}

WeightsLearner::OfLabels WeightsLearner::LikelihoodsOf(const Example& example) const {
  OfLabels sums(labels_);
  for (const auto& [place, value] : example.features) {
    for (std::size_t label = 0; label < labels_; ++label) {
      sums[label] += weights_[place][label] * value;
    }
  }
  const double most = *std::max_element(sums.begin(), sums.end());
  double total = 0;
  for (double& sum : sums) total += sum = std::exp(sum - most);
  for (double& sum : sums) sum /= total;
  return sums;
}

void WeightsLearner::LearnFrom(const Example& example) {
  constexpr double kFirst = 1e-3;
  constexpr double kNothing = 1e-6;
  const OfLabels likelihoods = LikelihoodsOf(example);
  for (const auto& [place, value] : example.features) {
    for (std::size_t label = 0; label < labels_; ++label) {
      const double slope = (likelihoods[label] - example.wanted[label]) * value;
      if (std::abs(slope) < kNothing) continue;
      double& squares = steps_[place][label];
      squares += slope * slope;
      const double rate = kRate / std::sqrt(kFirst + squares);
      const double moved = weights_[place][label] - rate * slope;
      const double shrunk = std::max(0.0, std::abs(moved) - rate * kShrink);
      weights_[place][label] = std::copysign(shrunk, moved);
    }
  }
}

}  // namespace parley::cli
