// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_
#define PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_

#include <map>
#include <string>
#include <vector>

#include "domain/language/hearing/hearing.h"
#include "infra/cli/hearing/labelled_message.h"
#include "infra/cli/scoring/share.h"

namespace parley::cli {

// An intent in labels and in what was heard, a text counting once.
struct IntentScore {
  int labelled = 0;
  int heard = 0;
  int both = 0;

  Share precision() const { return {both, heard}; }
  Share recall() const { return {both, labelled}; }
};

// A text whose primary intent was heard otherwise than labelled.
struct Misheard {
  std::string id;
  language::LanguageCode language = language::LanguageCode::kEnglish;
  std::string text;
  language::Intent labelled = language::Intent::kUnclear;
  std::vector<std::string> heard;  // "INTENT RULE: words".
};

// How hearing agrees with people.
struct HearingScore {
  Share primary;
  std::map<language::LanguageCode, Share> by_language;
  std::map<language::Intent, IntentScore> by_intent;
  int forbidden = 0;         // Heard although a label says that it must not be.
  Share crisis_look_alikes;  // Called a crisis, of the texts where that is an error named.
  // Of the texts where a person or we name one.
  Share amounts;
  Share dates;
  Share channels;
  std::vector<Misheard> misheard;
};

HearingScore ScoreMessages(const language::Hearing& hearing,
                           const std::vector<LabelledMessage>& messages);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_
