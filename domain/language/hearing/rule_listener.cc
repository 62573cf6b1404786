// SPDX-License-Identifier: Apache-2.0
#include "domain/language/hearing/rule_listener.h"

#include <algorithm>

namespace parley::language {
namespace {

// A negation reaches this far: "I won't be able to pay".
constexpr std::uint32_t kReachOfNegation = 4;

}  // namespace

RuleListener::RuleListener(const Passage& passage, const ConceptsFound& found, HeardBy by,
                           std::optional<ConceptId> ours)
    : passage_(passage),
      found_(found),
      by_(by),
      quotes_are_ours_(by != HeardBy::kCallNote && ours.has_value() && found.Has(*ours)) {}

std::optional<RuleHeard> RuleListener::Listen(const HearingRule& rule) const {
  if (rule.by_sms && by_ != HeardBy::kSms) return std::nullopt;
  if (rule.most_words > 0 && passage_.words().size() > static_cast<std::size_t>(rule.most_words)) {
    return std::nullopt;
  }
  for (const WordRange& lead : found_.Of(rule.all.front())) {
    const bool question = passage_.SentenceOf(lead.first).question;
    if ((rule.asks && !question) || (rule.states && question)) continue;
    if (quotes_are_ours_ && passage_.words()[lead.first].quoted) continue;
    const std::optional<WordRange> words = Gather(rule, lead);
    if (words.has_value() && !IsExcused(rule.excuses, lead, *words))
      return RuleHeard{&rule, *words, {}};
  }
  return std::nullopt;
}

// The words of all concepts of a rule around its lead.
std::optional<WordRange> RuleListener::Gather(const HearingRule& rule,
                                              const WordRange& lead) const {
  WordRange words = lead;
  for (std::size_t at = 1; at < rule.all.size(); ++at) {
    const std::optional<WordRange> other = Nearest(rule.all[at], lead, rule.within);
    if (!other.has_value()) return std::nullopt;
    words = {std::min(words.first, other->first), std::max(words.last, other->last)};
  }
  return words;
}

std::optional<WordRange> RuleListener::Nearest(ConceptId id, const WordRange& lead,
                                               HearingScope within) const {
  std::optional<WordRange> nearest;
  std::uint32_t least = 0;
  for (const WordRange& range : found_.Of(id)) {
    if (!Within(range, lead, within)) continue;
    if (range.Overlaps(lead)) continue;
    const std::uint32_t distance =
        range.first >= lead.last ? range.first - lead.last : lead.first - range.last;
    if (!nearest.has_value() || distance < least) {
      nearest = range;
      least = distance;
    }
  }
  return nearest;
}

bool RuleListener::Within(const WordRange& one, const WordRange& other, HearingScope scope) const {
  const auto& words = passage_.words();
  switch (scope) {
    case HearingScope::kClause:
      return words[one.first].clause <= words[other.last - 1].clause &&
             words[other.first].clause <= words[one.last - 1].clause;
    case HearingScope::kSentence:
      return words[one.first].sentence == words[other.first].sentence;
    case HearingScope::kText:
      return true;
  }
  return false;
}

bool RuleListener::IsExcused(const HearingExcuses& excuses, const WordRange& lead,
                             const WordRange& words) const {
  const auto any = [](const std::vector<ConceptId>& concepts, const auto& stands) {
    return std::any_of(concepts.begin(), concepts.end(), stands);
  };
  return any(excuses.before, [&](ConceptId id) { return StandsBefore(id, lead); }) ||
         any(excuses.in_clause,
             [&](ConceptId id) { return StandsWithin(id, words, HearingScope::kClause); }) ||
         any(excuses.in_sentence,
             [&](ConceptId id) { return StandsWithin(id, words, HearingScope::kSentence); }) ||
         any(excuses.in_text, [this](ConceptId id) { return found_.Has(id); });
}

bool RuleListener::StandsBefore(ConceptId id, const WordRange& lead) const {
  const auto& words = passage_.words();
  for (const WordRange& range : found_.Of(id)) {
    if (range.last <= lead.first && lead.first - range.last < kReachOfNegation &&
        words[range.first].clause == words[lead.first].clause) {
      return true;
    }
  }
  return false;
}

bool RuleListener::StandsWithin(ConceptId id, const WordRange& words, HearingScope scope) const {
  const auto ranges = found_.Of(id);
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const WordRange& range) { return Within(range, words, scope); });
}

}  // namespace parley::language
