// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/language_hearing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "domain/common/status_macros.h"
#include "domain/language/concepts_found.h"
#include "domain/language/hearing/rule_listener.h"
#include "domain/language/passage.h"

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

// Without what others silence, the primary one first.
std::vector<RuleHeard> InOrder(const HearingRules& rules, HeardByIntent heard) {
  std::vector<RuleHeard> ordered;
  for (const auto& one : heard) {
    if (one.has_value()) ordered.push_back(*one);
  }
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&rules](const RuleHeard& one, const RuleHeard& other) {
                     const int rank = rules.TraitsOf(one.rule->intent).rank;
                     const int other_rank = rules.TraitsOf(other.rule->intent).rank;
                     if (rank != other_rank) return rank < other_rank;
                     return one.words < other.words;
                   });
  std::vector<RuleHeard> told;
  for (const RuleHeard& one : ordered) {
    const bool silenced =
        std::any_of(ordered.begin(), ordered.end(), [&rules, &one](const RuleHeard& other) {
          const auto& silences = rules.TraitsOf(other.rule->intent).silences;
          return std::find(silences.begin(), silences.end(), one.rule->intent) != silences.end();
        });
    if (!silenced) told.push_back(one);
  }
  return told;
}

}  // namespace

absl::StatusOr<LanguageHearing> LanguageHearing::Make(LanguageCode language,
                                                      std::span<const LexiconFile> files) {
  PARLEY_ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::Make(language, files));
  PARLEY_ASSIGN_OR_RETURN(HearingRules rules, HearingRules::Make(lexicon, files));
  PARLEY_ASSIGN_OR_RETURN(EntityReader entities, EntityReader::Make(lexicon, files));
  return LanguageHearing(std::move(lexicon), std::move(rules), std::move(entities));
}

Heard LanguageHearing::Hear(std::string_view new_part, const HearingContext& context) const {
  const Passage passage(new_part, language());
  const ConceptsFound found(lexicon_, passage);
  const RuleListener listener(passage, found, context.by, lexicon_.Find("our_words"));
  const std::vector<RuleHeard> told = InOrder(rules_, Listen(rules_, listener));
  Heard heard;
  heard.language = language();
  for (const RuleHeard& one : told) {
    heard.labels.push_back({one.rule->intent, passage.OriginOf(one.words), LabelSource::kRule,
                            one.rule->id, one.rule->confidence_percent});
  }
  heard.entities = entities_.Read(passage, found, told, context);
  if (heard.labels.empty()) {
    const auto words = static_cast<std::uint32_t>(passage.words().size());
    heard.labels.push_back(
        {Intent::kUnclear, passage.OriginOf({0, words}), LabelSource::kRule, "UNCLEAR", 0});
  }
  return heard;
}

}  // namespace parley::language
