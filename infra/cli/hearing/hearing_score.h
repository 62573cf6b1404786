// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_
#define PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_

#include <map>
#include <string>
#include <vector>

#include "domain/language/hearing/hearing.h"
#include "infra/cli/hearing/labelled_message.h"

namespace parley::cli {

// A part of a whole; nothing of nothing is all of it.
struct Portion {
  int part = 0;
  int whole = 0;

  void Count(bool is_part) {
    part += is_part ? 1 : 0;
    ++whole;
  }
  double value() const { return whole == 0 ? 1.0 : static_cast<double>(part) / whole; }
};

// An intent in labels and in what was heard, a text counting once.
struct IntentScore {
  int labelled = 0;
  int heard = 0;
  int both = 0;

  Portion precision() const { return {both, heard}; }
  Portion recall() const { return {both, labelled}; }
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
  Portion primary;
  std::map<language::LanguageCode, Portion> by_language;
  std::map<language::Intent, IntentScore> by_intent;
  int forbidden = 0;           // Heard although a label says that it must not be.
  Portion crisis_look_alikes;  // Called a crisis, of the texts where that is an error named.
  // Of the texts where a person or we name one.
  Portion amounts;
  Portion dates;
  Portion channels;
  std::vector<Misheard> misheard;
};

HearingScore ScoreMessages(const language::Hearing& hearing,
                           const std::vector<LabelledMessage>& messages);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_HEARING_HEARING_SCORE_H_
