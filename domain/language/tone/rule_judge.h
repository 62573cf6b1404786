// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_RULE_JUDGE_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_RULE_JUDGE_H_

#include <optional>

#include "domain/language/concepts_found.h"
#include "domain/language/passage.h"
#include "domain/language/tone/exposure.h"
#include "domain/language/tone/tone_context.h"
#include "domain/language/tone/tone_rules.h"

namespace parley::language {

// Holds rules against what was found in a passage.
class RuleJudge {
 public:
  RuleJudge(const Passage& passage, const ConceptsFound& found, const Exposure& exposure,
            const EnabledStatements& enabled)
      : passage_(passage), found_(found), exposure_(exposure), enabled_(enabled) {}

  // The words of the first breach of a rule that nothing excuses; none for no breach.
  std::optional<WordRange> BreachOf(const ToneRule& rule) const;

 private:
  std::optional<WordRange> AroundLead(const ToneRule& rule, const WordRange& lead) const;
  std::optional<WordRange> NearestOf(ConceptId id, const WordRange& lead, RuleScope scope) const;
  std::optional<WordRange> Repeated(const ToneRule& rule, const WordRange& lead) const;
  bool InScope(const WordRange& one, const WordRange& other, RuleScope scope) const;
  bool InPlace(const ToneRule& rule, const WordRange& words) const;
  bool Excused(const RuleExcuses& excuses, const WordRange& words) const;
  bool AnyWithin(const std::vector<ConceptId>& ids, const WordRange& words, RuleScope scope) const;
  bool AllInText(const std::vector<ConceptId>& ids) const;
  bool IsQuoted(const WordRange& words) const;
  WordRange Spread(const WordRange& words, RuleScope scope) const;

  const Passage& passage_;
  const ConceptsFound& found_;
  const Exposure& exposure_;
  const EnabledStatements& enabled_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_RULE_JUDGE_H_
