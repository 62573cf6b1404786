// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TONE_LABELLED_TEXT_H_
#define PARLEY_INFRA_CLI_TONE_LABELLED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/language/language_code.h"
#include "domain/language/tone/finding.h"

namespace parley::cli {

// A category that a person found in a text, and where; without a span where it is all of it.
struct LabelledSpan {
  language::ToneCategory category = language::ToneCategory::kThreat;
  std::string words;
};

// An outbound text that a person judged.
struct LabelledText {
  std::string id;
  language::LanguageCode language = language::LanguageCode::kEnglish;
  std::string channel;
  std::string text;
  bool acceptable = true;
  std::vector<LabelledSpan> spans;
  std::string difficulty;
};

// Reads JSON Lines: {"id","language","channel","text","acceptable","categories":[..],"spans":[..],
// "difficulty"}. Errors: INVALID_ARGUMENT, with the line and what is wrong with it.
absl::StatusOr<std::vector<LabelledText>> ReadLabelledTexts(std::string_view lines);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TONE_LABELLED_TEXT_H_
