// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_RULES_H_
#define PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_RULES_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/hearing/heard.h"
#include "domain/language/hearing/intent.h"
#include "domain/language/lexicon.h"
#include "domain/language/lexicon_file.h"

namespace parley::language {

// How far apart what belongs together may stand.
enum class HearingScope : std::uint8_t { kClause, kSentence, kText };

// What takes back what a rule heard, by how near it stands.
struct HearingExcuses {
  std::vector<ConceptId> before;  // In the words just before: a negation.
  std::vector<ConceptId> in_clause;
  std::vector<ConceptId> in_sentence;
  std::vector<ConceptId> in_text;
};

// One way to say something: concepts that stand together, and what takes them back.
struct HearingRule {
  std::string id;
  Intent intent = Intent::kUnclear;
  HearingScope within = HearingScope::kSentence;
  std::vector<ConceptId> all;  // The first leads: the others are looked for around it.
  int most_words = 0;          // Only in texts of at most so many; 0 for all.
  bool asks = false;           // Only in a question.
  bool states = false;         // Never in one.
  bool alone = false;          // Only where no other intent was heard.
  bool by_sms = false;         // Only where a text message brought it.
  int confidence_percent = 0;
  HearingExcuses excuses;
};

// What holds for all rules of an intent.
struct IntentTraits {
  int rank = 0;                  // The least is the primary one.
  std::vector<Intent> silences;  // What is not told beside it.
};

// The rules of a language, read from sections
//   [intent CRISIS]              rank, silences, and what excuses each of its rules:
//                                unless_before, unless_clause, unless_sentence, unless_text
//   [rule PROMISE.DATED]         intent, all, within, most_words, only (question, statement,
//                                alone, sms), confidence, and excuses of its own
// Errors of Make: INVALID_ARGUMENT, with file, line and field of all that is wrong.
class HearingRules {
 public:
  static absl::StatusOr<HearingRules> Make(const Lexicon& lexicon,
                                           std::span<const LexiconFile> files);

  const std::vector<HearingRule>& rules() const { return rules_; }
  const IntentTraits& TraitsOf(Intent intent) const {
    return traits_[static_cast<std::size_t>(intent)];
  }

 private:
  friend class HearingRuleReader;

  std::vector<HearingRule> rules_;
  std::array<IntentTraits, kIntentCount> traits_;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_HEARING_HEARING_RULES_H_
