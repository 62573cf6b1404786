// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/weighed_tone.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"

namespace parley::language {
namespace {

// How likely a text must be wrong, in thousandths:
constexpr int kDoubted = 300;    // For what a rule that is not certain found to block it;
constexpr int kWrong = 600;      // to be blocked where no rule found anything,
constexpr int kWrongLine = 700;  // in a line, where each word weighs much;
constexpr int kSurely = 900;     // without asking for a second pair of eyes.

// In a longer text one sentence weighs too little for its finding to be doubted.
constexpr std::size_t kFewSentences = 4;

constexpr std::ptrdiff_t kWordsOfALine = 10;

// A name, a number or an address says too little to be weighed: what nobody has seen before would
// be held against it.
constexpr std::ptrdiff_t kFewWords = 6;

std::ptrdiff_t WordsOf(const Passage& passage) {
  const auto& words = passage.words();
  return std::count_if(words.begin(), words.end(),
                       [](const Word& word) { return word.kind == WordKind::kWord; });
}

bool MayDoubt(const Passage& passage) {
  return passage.sentences().size() <= kFewSentences && !IsALine(passage);
}

bool Blocks(const ToneFinding& finding) { return finding.severity != ToneSeverity::kWarns; }

// Of capitals and exclamation marks, which no rule of words finds, weights know nothing.
bool IsCertain(const ToneRules& rules, std::string_view id) {
  return std::none_of(rules.rules().begin(), rules.rules().end(),
                      [id](const ToneRule& rule) { return !rule.certain && rule.id == id; });
}

// What the data of the case make true is not for weights to doubt.
bool IsEnabled(ToneCategory category, const EnabledStatements& enabled) {
  switch (category) {
    case ToneCategory::kThreat:
      return enabled.court_order || enabled.legal_action;
    case ToneCategory::kMisleading:
      return enabled.agreed_instalment;
    default:
      return false;
  }
}

ToneCategory LikeliestCategory(const WeighedWords& weighed) {
  return *std::max_element(kToneCategories.begin(), kToneCategories.end(),
                           [&weighed](ToneCategory one, ToneCategory other) {
                             return weighed.LikelihoodOf(LabelOf(one)) <
                                    weighed.LikelihoodOf(LabelOf(other));
                           });
}

ToneFinding FoundByWeights(const Passage& passage, const ToneRules& rules,
                           const WeighedWords& weighed, int wrong) {
  const ToneCategory category = LikeliestCategory(weighed);
  return {category, wrong >= kSurely ? ToneSeverity::kBlocks : ToneSeverity::kNeedsSecondEye,
          passage.OriginOf(weighed.EvidenceFor(LabelOf(category))), WeightsRuleOf(category),
          rules.SuggestionFor(category)};
}

}  // namespace

bool IsALine(const Passage& passage) { return WordsOf(passage) <= kWordsOfALine; }

std::size_t LabelOf(ToneCategory category) { return static_cast<std::size_t>(category) + 1; }

std::string_view WeightsRuleOf(ToneCategory category) {
  static const auto rules = [] {
    std::array<std::string, kToneCategories.size()> made;
    for (std::size_t at = 0; at < made.size(); ++at) {
      made[at] = absl::StrCat(std::string(NameOf(kToneCategories[at])), ".WEIGHTS");
    }
    return made;
  }();
  return rules[static_cast<std::size_t>(category)];
}

void TellFeatures(const Passage& passage, const ConceptsFound& found, const Lexicon& lexicon,
                  Audience audience, FeatureTeller tell) {
  TellWords(passage, tell);
  TellMeaning(passage, found, lexicon, tell);
  if (audience == Audience::kOthers) tell("%others", {});
  const auto& words = passage.words();
  const auto& sentences = passage.sentences();
  if (std::any_of(words.begin(), words.end(), [](const Word& word) { return word.quoted; })) {
    tell("%quoted", {});
  }
  if (std::any_of(sentences.begin(), sentences.end(),
                  [](const Sentence& sentence) { return sentence.exclaimed; })) {
    tell("%exclaimed", {});
  }
}

std::vector<ToneFinding> Join(const Passage& passage, const ToneRules& rules,
                              const EnabledStatements& enabled, std::vector<ToneFinding> findings,
                              const WeighedWords& weighed) {
  constexpr int kCertainty = 1000;
  const int wrong = kCertainty - weighed.LikelihoodOf(kAcceptableLabel);
  const bool doubts = wrong < kDoubted && MayDoubt(passage);
  for (ToneFinding& finding : findings) {
    if (doubts && !IsCertain(rules, finding.rule)) finding.severity = ToneSeverity::kWarns;
  }
  if (wrong < (IsALine(passage) ? kWrongLine : kWrong)) return findings;
  if (WordsOf(passage) < kFewWords) return findings;
  if (std::any_of(findings.begin(), findings.end(), &Blocks)) return findings;
  const ToneFinding finding = FoundByWeights(passage, rules, weighed, wrong);
  if (!IsEnabled(finding.category, enabled)) findings.push_back(finding);
  return findings;
}

}  // namespace parley::language
