// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_RULE_LISTENER_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_RULE_LISTENER_H_

#include <optional>
#include <vector>

#include "domain/language/concepts_found.h"
#include "domain/language/hearing/hearing_rules.h"
#include "domain/language/passage.h"

namespace parley::language {

// What a rule heard, and in which words.
struct RuleHeard {
  const HearingRule* rule = nullptr;
  WordRange words;
  std::optional<int> weighed_percent;  // Where weights heard it, and no concepts: how likely.
};

// Applies rules to a text, one at a time.
class RuleListener {
 public:
  // All are kept by reference. With `ours`, words in quotation marks are ours where it stands in
  // the text ("your letter says").
  RuleListener(const Passage& passage, const ConceptsFound& found, HeardBy by,
               std::optional<ConceptId> ours);

  // Where the rule speaks first.
  std::optional<RuleHeard> Listen(const HearingRule& rule) const;

 private:
  std::optional<WordRange> Gather(const HearingRule& rule, const WordRange& lead) const;
  std::optional<WordRange> Nearest(ConceptId id, const WordRange& lead, HearingScope within) const;
  bool Within(const WordRange& one, const WordRange& other, HearingScope scope) const;
  bool IsExcused(const HearingExcuses& excuses, const WordRange& lead,
                 const WordRange& words) const;
  bool StandsBefore(ConceptId id, const WordRange& lead) const;
  bool StandsWithin(ConceptId id, const WordRange& words, HearingScope scope) const;

  const Passage& passage_;
  const ConceptsFound& found_;
  HeardBy by_;
  bool quotes_are_ours_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_RULE_LISTENER_H_
