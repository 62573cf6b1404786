// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TONE_TONE_SCORE_H_
#define PARLEY_INFRA_CLI_TONE_TONE_SCORE_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "infra/cli/scoring/share.h"
#include "infra/cli/tone/labelled_text.h"
#include "infra/cli/tone/tone_checks.h"

namespace parley::cli {

// A category in labels and findings, a text counting once.
struct CategoryScore {
  int labelled = 0;
  int found = 0;
  int both = 0;
  Share spans;  // Of those in both, whose findings overlap with the labelled words.

  Share precision() const { return {both, found}; }
  Share recall() const { return {both, labelled}; }
};

// A text that the check and its label judge differently.
struct Misjudged {
  std::string id;
  language::LanguageCode language = language::LanguageCode::kEnglish;
  std::string difficulty;
  bool acceptable = true;  // By its label.
  std::string text;
  std::vector<std::string> findings;  // "RULE: words".
};

// How a check judges labelled texts.
struct ToneScore {
  Share accuracy;
  Share obvious;       // Right of those that are.
  Share false_alarms;  // Blocked of the acceptable.
  std::map<language::LanguageCode, Share> by_language;
  std::map<language::ToneCategory, CategoryScore> by_category;
  std::vector<Misjudged> misjudged;
};

ToneScore ScoreTexts(const ToneChecks& checks, const std::vector<LabelledText>& texts);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TONE_TONE_SCORE_H_
