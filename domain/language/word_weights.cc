// SPDX-License-Identifier: Apache-2.0
#include "domain/language/word_weights.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace parley::language {
namespace {

using Sums = std::vector<std::int64_t>;

// e to the power of -x, for x in hundred-thousandths: of a whole of 2^30. Never floating, so that
// every machine hears the same.
std::int64_t FallOf(std::int64_t x) {
  constexpr std::int64_t kHundredThousand = 100'000;
  constexpr std::int64_t kHalvings = 144'270;  // Hundred-thousandths of log2(e).
  constexpr int kBits = 16;
  constexpr std::int64_t kOne = std::int64_t{1} << kBits;
  constexpr int kMostHalvings = 30;
  const std::int64_t power = x * kHalvings / kHundredThousand * kOne / kHundredThousand;
  const std::int64_t halvings = power >> kBits;
  if (halvings >= kMostHalvings) return 0;
  // 2 to the power of -part, to within a third of a hundredth: 1 - 0.65685 part + 0.15685 part^2.
  const std::int64_t part = power & (kOne - 1);
  const std::int64_t fraction = kOne - 43'047 * part / kOne + 10'279 * part / kOne * part / kOne;
  return (fraction << (kMostHalvings - kBits)) >> halvings;
}

// From sums of weights to thousandths of certainty.
std::vector<int> LikelihoodsOf(const Sums& sums) {
  constexpr std::int64_t kThousand = 1000;
  const std::int64_t most = *std::max_element(sums.begin(), sums.end());
  Sums parts(sums.size());
  std::int64_t total = 0;
  for (std::size_t at = 0; at < sums.size(); ++at) total += parts[at] = FallOf(most - sums[at]);
  std::vector<int> likelihoods(sums.size());
  for (std::size_t at = 0; at < sums.size(); ++at) {
    likelihoods[at] = static_cast<int>(parts[at] * kThousand / total);
  }
  return likelihoods;
}

}  // namespace

std::size_t WeighedWords::Likeliest() const {
  const auto most = std::max_element(likelihoods_.begin(), likelihoods_.end());
  return static_cast<std::size_t>(most - likelihoods_.begin());
}

std::vector<std::int64_t> WeighedWords::WeightsFor(std::size_t label) const {
  std::vector<std::int64_t> weights(clauses_.size());
  for (const Told& told : told_) {
    for (const Weight& weight : told.weights) {
      if (weight.label != label) continue;
      for (std::uint32_t word = told.words.first; word < told.words.last; ++word) {
        weights[word] += std::int64_t{weight.hundredths} * told.value / told.words.size();
      }
    }
  }
  return weights;
}

std::vector<WordRange> WeighedWords::WordsFor(std::size_t label, std::size_t most) const {
  const std::vector<std::int64_t> weights = WeightsFor(label);
  std::vector<std::uint32_t> order(clauses_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&weights](std::uint32_t one, std::uint32_t two) {
    return weights[one] > weights[two];
  });
  std::vector<WordRange> words;
  for (const std::uint32_t at : order) {
    if (words.size() == most || weights[at] <= 0) break;
    words.push_back({at, at + 1});
  }
  return words;
}

WordRange WeighedWords::EvidenceFor(std::size_t label) const {
  const std::vector<std::int64_t> weights = WeightsFor(label);
  WordRange best;
  std::int64_t most = 0;
  for (std::uint32_t first = 0; first < clauses_.size();) {
    WordRange held;
    std::int64_t sum = 0;
    std::uint32_t at = first;
    for (; at < clauses_.size() && clauses_[at] == clauses_[first]; ++at) {
      if (weights[at] <= 0) continue;
      held = sum > 0 ? WordRange{held.first, at + 1} : WordRange{at, at + 1};
      sum += weights[at];
    }
    if (sum > most) {
      most = sum;
      best = held;
    }
    first = at;
  }
  return best.size() > 0 ? best : WordRange{0, static_cast<std::uint32_t>(clauses_.size())};
}

absl::StatusOr<WordWeights> WordWeights::Make(std::span<const LexiconFile> files,
                                              std::size_t labels) {
  WordWeights made(labels);
  LexiconFaults faults;
  for (const LexiconFile& file : files) {
    for (const LexiconSection& section : file.sections) {
      if (section.kind != "weights") continue;
      for (const LexiconLine& line : section.lines) {
        if (!made.AddLine(line)) faults.Add(file, line.number, "weights", "\"feature: a12 c-30\"");
      }
    }
  }
  if (!faults.none()) return faults.ToStatus();
  return made;
}

bool WordWeights::AddLine(const LexiconLine& line) {
  const auto first = static_cast<std::uint32_t>(weights_.size());
  for (const absl::string_view item : absl::StrSplit(line.value, ' ', absl::SkipEmpty())) {
    int hundredths = 0;
    // "A" follows "z".
    const int label = item.front() >= 'a' ? item.front() - 'a' : item.front() - 'A' + 26;
    if (!absl::ascii_isalpha(static_cast<unsigned char>(item.front())) ||
        label >= static_cast<int>(labels_) || !absl::SimpleAtoi(item.substr(1), &hundredths)) {
      return false;
    }
    weights_.push_back({static_cast<std::uint8_t>(label), static_cast<std::int16_t>(hundredths)});
  }
  places_[line.name] = static_cast<std::uint32_t>(bounds_.size());
  bounds_.emplace_back(first, static_cast<std::uint32_t>(weights_.size()));
  return !line.name.empty();
}

WeighedWords WordWeights::Weigh(const Passage& passage, FeaturesTold told) const {
  WeighedWords weighed;
  weighed.clauses_.reserve(passage.words().size());
  for (const Word& word : passage.words()) weighed.clauses_.push_back(word.clause);
  const FeatureValues values(passage.words().size());
  Sums sums(labels_);
  std::vector<bool> counted(bounds_.size());
  told([&](std::string_view feature, const WordRange& words) {
    const auto place = places_.find(absl::string_view(feature.data(), feature.size()));
    if (place == places_.end() || counted[place->second]) return;
    counted[place->second] = true;
    const auto [first, last] = bounds_[place->second];
    const auto weights = std::span(weights_).subspan(first, last - first);
    const int value = values.Of(feature);
    for (const Weight& weight : weights) {
      sums[weight.label] += std::int64_t{weight.hundredths} * value;
    }
    weighed.told_.push_back({words, weights, value});
  });
  weighed.likelihoods_ = LikelihoodsOf(sums);
  return weighed;
}

}  // namespace parley::language
