// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/told_labels.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"

namespace parley::language {
namespace {

// How likely weights must hold an intent, in thousandths:
constexpr int kDanger = 280;        // To call it danger; where a rule heard danger,
constexpr int kDangerByRule = 20;   // not to call that a figure of speech.
constexpr int kSilence = 120;       // To hear a wish for silence beside something else;
constexpr int kSilenceByRule = 20;  // where a rule heard it too.
constexpr int kPrimary = 180;       // To be the primary one though a rule heard another.
constexpr int kBeside = 250;        // To stand beside the primary one;
constexpr int kBesideByRule = 100;  // where a rule heard it too.

using Labels = std::vector<RuleHeard>;

const HearingRule& RuleOfWeights(Intent intent) {
  static const auto rules = [] {
    std::array<HearingRule, kIntentCount> made;
    for (std::size_t at = 0; at < kIntentCount; ++at) {
      made[at].intent = static_cast<Intent>(at);
      made[at].id = absl::StrCat(std::string(NameOf(made[at].intent)), ".WEIGHTS");
    }
    return made;
  }();
  return rules[static_cast<std::size_t>(intent)];
}

const RuleHeard* Find(const Labels& labels, Intent intent) {
  const auto found = std::find_if(labels.begin(), labels.end(), [intent](const RuleHeard& label) {
    return label.rule->intent == intent;
  });
  return found == labels.end() ? nullptr : &*found;
}

bool IsSilence(Intent intent) {
  return intent == Intent::kStopContact || intent == Intent::kStopChannel;
}

Intent PrimaryOf(const Labels& by_rules, const WeighedIntents& weighed) {
  const int danger = weighed.LikelihoodOf(Intent::kCrisis);
  if (danger >= kDanger) return Intent::kCrisis;
  if (Find(by_rules, Intent::kCrisis) != nullptr && danger >= kDangerByRule) return Intent::kCrisis;
  const Intent likeliest = weighed.Likeliest();
  if (by_rules.empty() || weighed.LikelihoodOf(likeliest) >= kPrimary) return likeliest;
  return by_rules.front().rule->intent;
}

bool StandsBeside(Intent intent, bool by_rule, const WeighedIntents& weighed) {
  const int likelihood = weighed.LikelihoodOf(intent);
  if (intent == Intent::kUnclear || intent == Intent::kCrisis) return false;
  if (IsSilence(intent)) return likelihood >= (by_rule ? kSilenceByRule : kSilence);
  return likelihood >= (by_rule ? kBesideByRule : kBeside);
}

bool Silences(const HearingRules& rules, Intent one, Intent other) {
  const auto& silenced = rules.TraitsOf(one).silences;
  return std::find(silenced.begin(), silenced.end(), other) != silenced.end();
}

}  // namespace

std::vector<RuleHeard> InOrder(const HearingRules& rules, std::vector<RuleHeard> heard) {
  std::stable_sort(heard.begin(), heard.end(),
                   [&rules](const RuleHeard& one, const RuleHeard& other) {
                     const int rank = rules.TraitsOf(one.rule->intent).rank;
                     const int other_rank = rules.TraitsOf(other.rule->intent).rank;
                     if (rank != other_rank) return rank < other_rank;
                     return one.words < other.words;
                   });
  Labels told;
  for (const RuleHeard& one : heard) {
    const bool silenced = std::any_of(heard.begin(), heard.end(), [&](const RuleHeard& other) {
      return Silences(rules, other.rule->intent, one.rule->intent);
    });
    if (!silenced) told.push_back(one);
  }
  return told;
}

std::vector<RuleHeard> Join(const HearingRules& rules, const std::vector<RuleHeard>& by_rules,
                            const WeighedIntents& weighed) {
  const auto label_of = [&](Intent intent) {
    if (const RuleHeard* rule = Find(by_rules, intent); rule != nullptr) return *rule;
    constexpr int kThousandthsOfPercent = 10;
    return RuleHeard{&RuleOfWeights(intent), weighed.EvidenceFor(intent),
                     weighed.LikelihoodOf(intent) / kThousandthsOfPercent};
  };
  const Intent primary = PrimaryOf(by_rules, weighed);
  Labels told = {label_of(primary)};
  if (primary == Intent::kUnclear) return told;
  Labels beside;
  for (std::size_t at = 0; at < kIntentCount; ++at) {
    const auto intent = static_cast<Intent>(at);
    const bool by_rule = Find(by_rules, intent) != nullptr;
    if (intent == primary || Silences(rules, primary, intent)) continue;
    if (StandsBeside(intent, by_rule, weighed)) beside.push_back(label_of(intent));
  }
  for (const RuleHeard& label : InOrder(rules, std::move(beside))) told.push_back(label);
  return told;
}

}  // namespace parley::language
