// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/language_hearing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "domain/common/status_macros.h"
#include "domain/language/hearing/message_features.h"
#include "domain/language/hearing/told_labels.h"

namespace parley::language {
namespace {

using HeardByIntent = std::array<std::optional<RuleHeard>, kIntentCount>;

std::size_t Place(Intent intent) { return static_cast<std::size_t>(intent); }

// Of two that hear the same, the surer one, then the one that stands first.
bool IsBetter(const RuleHeard& one, const std::optional<RuleHeard>& other) {
  if (!other.has_value()) return true;
  if (one.rule->confidence_percent != other->rule->confidence_percent) {
    return one.rule->confidence_percent > other->rule->confidence_percent;
  }
  return one.words < other->words;
}

// What is heard by rules that need no silence around them; by the others only where that is none.
HeardByIntent Listen(const HearingRules& rules, const RuleListener& listener) {
  HeardByIntent heard;
  bool any = false;
  for (const bool alone : {false, true}) {
    if (alone && any) break;
    for (const HearingRule& rule : rules.rules()) {
      if (rule.alone != alone) continue;
      const std::optional<RuleHeard> one = listener.Listen(rule);
      if (!one.has_value()) continue;
      any = true;
      if (IsBetter(*one, heard[Place(rule.intent)])) heard[Place(rule.intent)] = one;
    }
  }
  return heard;
}

}  // namespace

absl::StatusOr<LanguageHearing> LanguageHearing::Make(LanguageCode language,
                                                      std::span<const LexiconFile> files) {
  PARLEY_ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::Make(language, files));
  PARLEY_ASSIGN_OR_RETURN(HearingRules rules, HearingRules::Make(lexicon, files));
  PARLEY_ASSIGN_OR_RETURN(WordWeights weights, WordWeights::Make(files, kIntentCount));
  PARLEY_ASSIGN_OR_RETURN(EntityReader entities, EntityReader::Make(lexicon, files));
  return LanguageHearing(std::move(lexicon), std::move(rules), std::move(weights),
                         std::move(entities));
}

std::vector<RuleHeard> LanguageHearing::ToldByRules(const Passage& passage,
                                                    const ConceptsFound& found, HeardBy by) const {
  const RuleListener listener(passage, found, by, lexicon_.Find("our_words"));
  std::vector<RuleHeard> heard;
  for (const auto& one : Listen(rules_, listener)) {
    if (one.has_value()) heard.push_back(*one);
  }
  return InOrder(rules_, std::move(heard));
}

Heard LanguageHearing::HeardOf(const Passage& passage, const ConceptsFound& found,
                               const HearingContext& context, const std::vector<RuleHeard>& told,
                               const WeighedIntents& weighed) const {
  constexpr std::size_t kWeightiest = 3;
  Heard heard;
  heard.language = language();
  for (const RuleHeard& one : told) {
    HeardLabel label{one.rule->intent, passage.OriginOf(one.words),  LabelSource::kRule,
                     one.rule->id,     one.rule->confidence_percent, {}};
    if (one.weighed_percent.has_value()) {
      label.source = LabelSource::kModel;
      label.confidence_percent = *one.weighed_percent;
      for (const WordRange& words : weighed.WordsFor(label.intent, kWeightiest)) {
        label.weighed.push_back(passage.OriginOf(words));
      }
    }
    heard.labels.push_back(std::move(label));
  }
  heard.entities = entities_.Read(passage, found, told, context);
  if (heard.labels.empty()) {
    const auto words = static_cast<std::uint32_t>(passage.words().size());
    heard.labels.push_back(
        {Intent::kUnclear, passage.OriginOf({0, words}), LabelSource::kRule, "UNCLEAR", 0, {}});
  }
  return heard;
}

Heard LanguageHearing::Hear(std::string_view new_part, const HearingContext& context) const {
  const Passage passage(new_part, language());
  const ConceptsFound found(lexicon_, passage);
  std::vector<RuleHeard> told = ToldByRules(passage, found, context.by);
  WeighedIntents weighed;
  if (!weights_.none() && !passage.words().empty()) {
    weighed = WeighedIntents(weights_.Weigh(passage, [&](FeatureTeller tell) {
      TellFeatures(passage, found, lexicon_, context.by, tell);
    }));
    told = Join(rules_, told, weighed);
  }
  return HeardOf(passage, found, context, told, weighed);
}

Heard LanguageHearing::HearByRules(std::string_view new_part, const HearingContext& context) const {
  const Passage passage(new_part, language());
  const ConceptsFound found(lexicon_, passage);
  return HeardOf(passage, found, context, ToldByRules(passage, found, context.by), {});
}

TextFeatures LanguageHearing::FeaturesOf(std::string_view new_part, HeardBy by) const {
  const Passage passage(new_part, language());
  const ConceptsFound found(lexicon_, passage);
  std::set<std::string> features;
  TellFeatures(passage, found, lexicon_, by,
               [&features](std::string_view name, const WordRange&) { features.emplace(name); });
  return {language(), {features.begin(), features.end()}, passage.words().size()};
}

}  // namespace parley::language
