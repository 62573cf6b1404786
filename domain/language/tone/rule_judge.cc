// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/rule_judge.h"

#include <algorithm>

namespace parley::language {
namespace {

WordRange Together(const WordRange& one, const WordRange& other) {
  return {std::min(one.first, other.first), std::max(one.last, other.last)};
}

bool Holds(const WordRange& outer, const WordRange& inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

}  // namespace

std::optional<WordRange> RuleJudge::BreachOf(const ToneRule& rule) const {
  for (const ConceptId id : rule.all) {
    if (!found_.Has(id)) return std::nullopt;
  }
  if (rule.allowed_by != nullptr && enabled_.*rule.allowed_by) return std::nullopt;
  for (const WordRange& lead : found_.Of(rule.all.front())) {
    const std::optional<WordRange> words =
        rule.times > 1 ? Repeated(rule, lead) : AroundLead(rule, lead);
    if (!words.has_value() || !InPlace(rule, *words)) continue;
    if (!Excused(rule.excuses, *words)) return words;
  }
  return std::nullopt;
}

std::optional<WordRange> RuleJudge::AroundLead(const ToneRule& rule, const WordRange& lead) const {
  WordRange words = lead;
  for (std::size_t at = 1; at < rule.all.size(); ++at) {
    const std::optional<WordRange> other = NearestOf(rule.all[at], lead, rule.within);
    if (!other.has_value()) return std::nullopt;
    words = Together(words, *other);
  }
  if (rule.near > 0 && words.size() > static_cast<std::uint32_t>(rule.near)) return std::nullopt;
  return words;
}

std::optional<WordRange> RuleJudge::NearestOf(ConceptId id, const WordRange& lead,
                                              RuleScope scope) const {
  std::optional<WordRange> nearest;
  std::uint32_t least = 0;
  for (const WordRange& range : found_.Of(id)) {
    if (!InScope(range, lead, scope)) continue;
    const std::uint32_t size = Together(range, lead).size();
    if (!nearest.has_value() || size < least) {
      nearest = range;
      least = size;
    }
  }
  return nearest;
}

std::optional<WordRange> RuleJudge::Repeated(const ToneRule& rule, const WordRange& lead) const {
  WordRange words = lead;
  int times = 0;
  std::uint32_t behind = lead.first;
  for (const WordRange& range : found_.Of(rule.all.front())) {
    if (range.first < behind || !InScope(range, lead, rule.within)) continue;
    ++times;
    behind = range.last;
    words = Together(words, range);
  }
  if (times < rule.times) return std::nullopt;
  return words;
}

bool RuleJudge::InScope(const WordRange& one, const WordRange& other, RuleScope scope) const {
  const Word& left = passage_.words()[one.first];
  const Word& right = passage_.words()[other.first];
  switch (scope) {
    case RuleScope::kClause:
      return left.clause <= passage_.words()[other.last - 1].clause &&
             right.clause <= passage_.words()[one.last - 1].clause;
    case RuleScope::kSentence:
      return left.sentence == right.sentence;
    case RuleScope::kText:
      return true;
  }
  return false;
}

bool RuleJudge::InPlace(const ToneRule& rule, const WordRange& words) const {
  switch (rule.where) {
    case RulePlace::kAnywhere:
      return true;
    case RulePlace::kSubject:
      return Holds(exposure_.subject, words);
    case RulePlace::kOverheard:
      return Holds(exposure_.overheard, words);
  }
  return false;
}

bool RuleJudge::Excused(const RuleExcuses& excuses, const WordRange& words) const {
  return AnyWithin(excuses.in_clause, words, RuleScope::kClause) ||
         AnyWithin(excuses.in_sentence, words, RuleScope::kSentence) ||
         AnyWithin(excuses.in_text, words, RuleScope::kText) || AllInText(excuses.together) ||
         (IsQuoted(words) && AnyWithin(excuses.if_quoted, words, RuleScope::kText));
}

bool RuleJudge::AnyWithin(const std::vector<ConceptId>& ids, const WordRange& words,
                          RuleScope scope) const {
  const WordRange wide = Spread(words, scope);
  for (const ConceptId id : ids) {
    for (const WordRange& range : found_.Of(id)) {
      if (range.Overlaps(wide)) return true;
    }
  }
  return false;
}

bool RuleJudge::AllInText(const std::vector<ConceptId>& ids) const {
  return !ids.empty() &&
         std::all_of(ids.begin(), ids.end(), [this](ConceptId id) { return found_.Has(id); });
}

bool RuleJudge::IsQuoted(const WordRange& words) const {
  for (std::uint32_t at = words.first; at < words.last; ++at) {
    if (!passage_.words()[at].quoted) return false;
  }
  return true;
}

// All words of the clauses, or sentences, that these words stand in.
WordRange RuleJudge::Spread(const WordRange& words, RuleScope scope) const {
  const auto size = static_cast<std::uint32_t>(passage_.words().size());
  if (scope == RuleScope::kText) return {0, size};
  const auto same = [this, scope](std::uint32_t one, std::uint32_t other) {
    const Word& left = passage_.words()[one];
    const Word& right = passage_.words()[other];
    return scope == RuleScope::kClause ? left.clause == right.clause
                                       : left.sentence == right.sentence;
  };
  WordRange wide = words;
  while (wide.first > 0 && same(wide.first - 1, words.first)) --wide.first;
  while (wide.last < size && same(wide.last, words.last - 1)) ++wide.last;
  return wide;
}

}  // namespace parley::language
