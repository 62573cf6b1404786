// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TONE_TONE_RULES_H_
#define PARLEY_DOMAIN_LANGUAGE_TONE_TONE_RULES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"
#include "domain/language/tone/finding.h"
#include "domain/language/tone/tone_context.h"

namespace parley::language {

// How far apart what belongs together may stand.
enum class RuleScope : std::uint8_t { kClause, kSentence, kText };

// Which part of a text a rule is about.
enum class RulePlace : std::uint8_t {
  kAnywhere,
  kSubject,    // A subject line.
  kOverheard,  // What others hear or read: a voicemail, a postcard, a message to somebody else.
};

// What takes a rule's finding back, by how near it stands.
struct RuleExcuses {
  std::vector<ConceptId> before;  // Within the clause, and no later than the finding.
  std::vector<ConceptId> in_clause;
  std::vector<ConceptId> in_sentence;
  std::vector<ConceptId> in_text;
  std::vector<ConceptId> together;   // Anywhere in the text, but all of them.
  std::vector<ConceptId> if_quoted;  // Anywhere, where the finding is between quotation marks.
};

// One way to say what must not be said: concepts that stand together, and what excuses them.
struct ToneRule {
  std::string id;
  ToneCategory category = ToneCategory::kThreat;
  ToneSeverity severity = ToneSeverity::kBlocks;
  RuleScope within = RuleScope::kSentence;
  RulePlace where = RulePlace::kAnywhere;
  std::vector<ConceptId> all;  // The first leads: the others are looked for around it.
  int times = 1;               // So often the first stands within the scope.
  bool last_resort = false;    // Asked only where nothing else was found.
  bool certain = false;        // What it found is not for weights to doubt.
  int near = 0;                // At most so many words in all; 0 for no limit.
  RuleExcuses excuses;
  bool EnabledStatements::*allowed_by = nullptr;
  std::string suggestion;
};

// The rules of a language, read from sections
//   [category THREAT]            what excuses each of its rules
//   unless_clause: denial
//   [rule THREAT.VISIT]
//   category: THREAT             and severity, within, where, all, times, near, unless_before,
//                                unless_clause, unless_sentence, unless_text, unless_together,
//                                unless_quoted, firm, certain, allowed_by,
//                                last_resort
//   [suggest]                    kinder words by rule, or by category for its other rules
//   THREAT: Say what you ask for.
class ToneRules {
 public:
  // Errors: INVALID_ARGUMENT, with file, line and field of all that is wrong.
  static absl::StatusOr<ToneRules> Make(const Lexicon& lexicon, std::span<const LexiconFile> files);

  const std::vector<ToneRule>& rules() const { return rules_; }
  // Kinder words for what a rule without a section of its own found (shouting, length).
  const std::string& SuggestionFor(ToneCategory category) const;

 private:
  friend class ToneRuleReader;

  std::vector<ToneRule> rules_;
  std::map<ToneCategory, std::string> suggestions_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TONE_TONE_RULES_H_
