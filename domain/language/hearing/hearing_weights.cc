// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/hearing_weights.h"

#include <algorithm>
#include <numeric>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "domain/language/hearing/message_features.h"

namespace parley::language {
namespace {

std::size_t Place(Intent intent) { return static_cast<std::size_t>(intent); }

using Sums = std::array<std::int64_t, kIntentCount>;

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
std::array<int, kIntentCount> LikelihoodsOf(const Sums& sums) {
  constexpr std::int64_t kThousand = 1000;
  const std::int64_t most = *std::max_element(sums.begin(), sums.end());
  Sums parts{};
  std::int64_t total = 0;
  for (std::size_t at = 0; at < kIntentCount; ++at) total += parts[at] = FallOf(most - sums[at]);
  std::array<int, kIntentCount> likelihoods{};
  for (std::size_t at = 0; at < kIntentCount; ++at) {
    likelihoods[at] = static_cast<int>(parts[at] * kThousand / total);
  }
  return likelihoods;
}

}  // namespace

Intent WeighedIntents::Likeliest() const {
  const auto most = std::max_element(likelihoods_.begin(), likelihoods_.end());
  return static_cast<Intent>(most - likelihoods_.begin());
}

std::vector<WordRange> WeighedIntents::WordsFor(Intent intent, std::size_t most) const {
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [this, intent](std::uint32_t one, std::uint32_t two) {
                     return words_[one][Place(intent)] > words_[two][Place(intent)];
                   });
  std::vector<WordRange> words;
  for (const std::uint32_t at : order) {
    if (words.size() == most || words_[at][Place(intent)] <= 0) break;
    words.push_back({at, at + 1});
  }
  return words;
}

WordRange WeighedIntents::EvidenceFor(Intent intent) const {
  WordRange best;
  std::int64_t most = 0;
  for (std::uint32_t first = 0; first < words_.size();) {
    WordRange held;
    std::int64_t sum = 0;
    std::uint32_t at = first;
    for (; at < words_.size() && clauses_[at] == clauses_[first]; ++at) {
      const std::int64_t weight = words_[at][Place(intent)];
      if (weight <= 0) continue;
      held = sum > 0 ? WordRange{held.first, at + 1} : WordRange{at, at + 1};
      sum += weight;
    }
    if (sum > most) {
      most = sum;
      best = held;
    }
    first = at;
  }
  return best.size() > 0 ? best : WordRange{0, static_cast<std::uint32_t>(words_.size())};
}

absl::StatusOr<HearingWeights> HearingWeights::Make(std::span<const LexiconFile> files) {
  HearingWeights made;
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

bool HearingWeights::AddLine(const LexiconLine& line) {
  const auto first = static_cast<std::uint32_t>(weights_.size());
  for (const absl::string_view item : absl::StrSplit(line.value, ' ', absl::SkipEmpty())) {
    int hundredths = 0;
    // "A" follows "z".
    const int intent = item.front() >= 'a' ? item.front() - 'a' : item.front() - 'A' + 26;
    if (!absl::ascii_isalpha(static_cast<unsigned char>(item.front())) ||
        intent >= static_cast<int>(kIntentCount) ||
        !absl::SimpleAtoi(item.substr(1), &hundredths)) {
      return false;
    }
    weights_.push_back({static_cast<std::uint8_t>(intent), static_cast<std::int16_t>(hundredths)});
  }
  places_[line.name] = static_cast<std::uint32_t>(bounds_.size());
  bounds_.emplace_back(first, static_cast<std::uint32_t>(weights_.size()));
  return !line.name.empty();
}

WeighedIntents HearingWeights::Weigh(const Passage& passage, const ConceptsFound& found,
                                     const Lexicon& lexicon, HeardBy by) const {
  WeighedIntents weighed;
  if (none()) return weighed;
  const std::size_t size = passage.words().size();
  weighed.words_.resize(size);
  for (const Word& word : passage.words()) weighed.clauses_.push_back(word.clause);
  Sums sums{};
  std::vector<bool> counted(bounds_.size());
  const auto add = [&](std::string_view feature, const WordRange& words) {
    const auto place = places_.find(absl::string_view(feature.data(), feature.size()));
    if (place == places_.end() || counted[place->second]) return;
    counted[place->second] = true;
    const int value = ValueOf(feature, size);
    const auto [first, last] = bounds_[place->second];
    for (std::uint32_t at = first; at < last; ++at) {
      const std::int64_t weight = std::int64_t{weights_[at].hundredths} * value;
      sums[weights_[at].intent] += weight;
      for (std::uint32_t word = words.first; word < words.last; ++word) {
        weighed.words_[word][weights_[at].intent] += weight / words.size();
      }
    }
  };
  TellFeatures(passage, found, lexicon, by, add);
  weighed.likelihoods_ = LikelihoodsOf(sums);
  return weighed;
}

}  // namespace parley::language
