// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/hearing/learn_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "domain/language/hearing/message_features.h"

namespace parley::cli {
namespace {

using language::Intent;
using language::kIntentCount;
using language::LanguageCode;

constexpr int kPasses = 20;
constexpr int kLeastTexts = 2;  // That must have a pair of words for it to have a weight.
constexpr double kThousandth = 1e-3;
constexpr double kRate = 0.3;          // Of the first step; later ones are less (AdaGrad).
constexpr double kShrink = 5e-4;       // What each step takes from a weight (L1).
constexpr double kOfPrimary = 2;       // Of several intents, the primary one counts so often.
constexpr double kLeastWeight = 0.25;  // Less is not written.

using OfIntents = std::array<double, kIntentCount>;

struct Example {
  std::vector<std::pair<std::size_t, double>> features;  // Their places and values.
  OfIntents wanted{};
};

OfIntents WantedOf(const std::vector<Intent>& intents) {
  OfIntents wanted{};
  const double total = kOfPrimary + static_cast<double>(intents.size()) - 1;
  for (std::size_t at = 0; at < intents.size(); ++at) {
    wanted[static_cast<std::size_t>(intents[at])] += (at == 0 ? kOfPrimary : 1) / total;
  }
  return wanted;
}

// Pairs of words that one text has say little of others; and a lexicon's line must hold the name.
bool IsWorthLearning(const std::string& feature, int texts) {
  const bool pair = feature.find('_') != std::string::npos;
  return (!pair || texts >= kLeastTexts) && feature.find_first_of(" ,|:[]#") == std::string::npos;
}

class Learner {
 public:
  Learner(const language::Hearing& hearing, const std::vector<LabelledMessage>& messages) {
    std::vector<language::HearingFeatures> read;
    absl::flat_hash_map<std::string, int> texts;
    for (const LabelledMessage& message : messages) {
      read.push_back(hearing.FeaturesOf(message.text, message.context));
      for (const std::string& name : read.back().names) ++texts[KeyOf(name, read.back().language)];
    }
    for (std::size_t at = 0; at < messages.size(); ++at) {
      Example example;
      example.wanted = WantedOf(messages[at].intents);
      for (const std::string& name : read[at].names) {
        const std::string key = KeyOf(name, read[at].language);
        if (!IsWorthLearning(name, texts[key])) continue;
        const auto place = places_.emplace(key, places_.size()).first->second;
        example.features.emplace_back(place, kThousandth * language::ValueOf(name, read[at].words));
      }
      examples_.push_back(std::move(example));
    }
    weights_.resize(places_.size());
    steps_.resize(places_.size(), OfIntents{});
  }

  void Learn() {
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

  std::string Written(LanguageCode language) const {
    std::vector<std::string> lines;
    for (const auto& [key, place] : places_) {
      const std::string name = key.substr(key.find(' ') + 1);
      if (key != KeyOf(name, language)) continue;
      const std::string weights = WeightsAt(place);
      if (!weights.empty()) lines.push_back(absl::StrCat(name, ":", weights, "\n"));
    }
    std::sort(lines.begin(), lines.end());
    std::string text =
        "# SPDX-License-Identifier: Apache-2.0\n"
        "# Learnt by `parley listen learn` from tests/data/intents; not to be edited by hand.\n"
        "# Of each feature hundredths by intent; the letters are the intents in their order:\n";
    for (std::size_t at = 0; at < kIntentCount; ++at) {
      absl::StrAppend(&text, "# ", std::string(1, LetterOf(at)), " ",
                      std::string(NameOf(static_cast<Intent>(at))), "\n");
    }
    text += "[weights]\n";
    for (const std::string& line : lines) text += line;
    return text;
  }

 private:
  // The features that all languages share have one weight in all.
  static std::string KeyOf(const std::string& name, LanguageCode language) {
    if (!language::IsOfOneLanguage(name)) return absl::StrCat(" ", name);
    return absl::StrCat(std::string(NameOf(language)), " ", name);
  }

  static char LetterOf(std::size_t intent) {
    constexpr std::size_t kLetters = 26;
    return static_cast<char>(intent < kLetters ? 'a' + static_cast<char>(intent)
                                               : 'A' + static_cast<char>(intent - kLetters));
  }

  std::string WeightsAt(std::size_t place) const {
    constexpr double kHundred = 100;
    std::string text;
    for (std::size_t intent = 0; intent < kIntentCount; ++intent) {
      const double weight = weights_[place][intent];
      if (std::abs(weight) < kLeastWeight) continue;
      absl::StrAppend(&text, " ", std::string(1, LetterOf(intent)), std::lround(weight * kHundred));
    }
    return text;
  }

  OfIntents LikelihoodsOf(const Example& example) const {
    OfIntents sums{};
    for (const auto& [place, value] : example.features) {
      for (std::size_t intent = 0; intent < kIntentCount; ++intent) {
        sums[intent] += weights_[place][intent] * value;
      }
    }
    const double most = *std::max_element(sums.begin(), sums.end());
    double total = 0;
    for (double& sum : sums) total += sum = std::exp(sum - most);
    for (double& sum : sums) sum /= total;
    return sums;
  }

  void LearnFrom(const Example& example) {
    constexpr double kFirst = 1e-3;
    constexpr double kNothing = 1e-6;
    const OfIntents likelihoods = LikelihoodsOf(example);
    for (const auto& [place, value] : example.features) {
      for (std::size_t intent = 0; intent < kIntentCount; ++intent) {
        const double slope = (likelihoods[intent] - example.wanted[intent]) * value;
        if (std::abs(slope) < kNothing) continue;
        double& squares = steps_[place][intent];
        squares += slope * slope;
        const double rate = kRate / std::sqrt(kFirst + squares);
        const double moved = weights_[place][intent] - rate * slope;
        const double shrunk = std::max(0.0, std::abs(moved) - rate * kShrink);
        weights_[place][intent] = std::copysign(shrunk, moved);
      }
    }
  }

  std::vector<Example> examples_;
  absl::flat_hash_map<std::string, std::size_t> places_;
  std::vector<OfIntents> weights_;  // By place.
  std::vector<OfIntents> steps_;    // The sums of squared slopes.
};

}  // namespace

std::map<LanguageCode, std::string> LearnWeights(const language::Hearing& hearing,
                                                 const std::vector<LabelledMessage>& messages) {
  Learner learner(hearing, messages);
  learner.Learn();
  std::map<LanguageCode, std::string> written;
  for (const LanguageCode language : language::kLanguages) {
    written[language] = learner.Written(language);
  }
  return written;
}

}  // namespace parley::cli
