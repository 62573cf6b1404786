// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/weighed_tone.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_cat.h"

namespace parley::language {
namespace {

// How likely a text must be wrong, in thousandths:
constexpr int kDoubted = 250;  // For what a rule that is not certain found to block it;
constexpr int kWrong = 600;    // to be blocked where no rule found anything;
constexpr int kSurely = 900;   // without asking for a second pair of eyes.

bool Blocks(const ToneFinding& finding) { return finding.severity != ToneSeverity::kWarns; }

bool IsFound(const std::vector<ToneFinding>& findings, std::string_view rule) {
  return std::any_of(findings.begin(), findings.end(),
                     [rule](const ToneFinding& finding) { return finding.rule == rule; });
}

bool IsCertain(const ToneRules& rules, std::string_view id) {
  return std::any_of(rules.rules().begin(), rules.rules().end(),
                     [id](const ToneRule& rule) { return rule.certain && rule.id == id; });
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

ToneFinding FoundByWeights(const JudgedPassage& judged, const WeighedWords& weighed, int wrong) {
  const ToneCategory category = LikeliestCategory(weighed);
  ToneFinding finding;
  finding.category = category;
  finding.severity = wrong >= kSurely ? ToneSeverity::kBlocks : ToneSeverity::kNeedsSecondEye;
  finding.span = judged.passage.OriginOf(weighed.EvidenceFor(LabelOf(category)));
  finding.rule = WeightsRuleOf(category);
  finding.suggestion = judged.rules.SuggestionFor(category);
  return finding;
}

}  // namespace

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

void TellFeatures(const JudgedPassage& judged, FeatureTeller tell) {
  TellWords(judged.passage, tell);
  TellMeaning(judged.passage, judged.found, judged.lexicon, tell);
  std::string name;
  for (const ToneRule& rule : judged.rules.rules()) {
    if (!judged.found.Has(rule.all.front())) continue;
    name.assign(IsFound(judged.findings, rule.id) ? "!" : "?").append(rule.id);
    tell(name, judged.found.Of(rule.all.front()).front());
  }
  if (judged.context.audience == Audience::kOthers) tell("%others", {});
  if (judged.context.audience == Audience::kSubjectLine) tell("%subject", {});
  const auto& words = judged.passage.words();
  const auto& sentences = judged.passage.sentences();
  if (std::any_of(words.begin(), words.end(), [](const Word& word) { return word.quoted; })) {
    tell("%quoted", {});
  }
  if (std::any_of(sentences.begin(), sentences.end(),
                  [](const Sentence& sentence) { return sentence.exclaimed; })) {
    tell("%exclaimed", {});
  }
}

std::vector<ToneFinding> Join(const JudgedPassage& judged, const WeighedWords& weighed) {
  constexpr int kCertainty = 1000;
  const int wrong = kCertainty - weighed.LikelihoodOf(kAcceptableLabel);
  std::vector<ToneFinding> joined = judged.findings;
  for (ToneFinding& finding : joined) {
    if (wrong < kDoubted && !IsCertain(judged.rules, finding.rule)) {
      finding.severity = ToneSeverity::kWarns;
    }
  }
  const bool blocked = std::any_of(joined.begin(), joined.end(), &Blocks);
  if (blocked || wrong < kWrong) return joined;
  ToneFinding finding = FoundByWeights(judged, weighed, wrong);
  if (!IsEnabled(finding.category, judged.context.enabled)) joined.push_back(std::move(finding));
  return joined;
}

}  // namespace parley::language
