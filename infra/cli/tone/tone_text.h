// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TONE_TONE_TEXT_H_
#define PARLEY_INFRA_CLI_TONE_TONE_TEXT_H_

#include <string>

#include "domain/language/tone/tone_check.h"
#include "infra/cli/tone/tone_score.h"

namespace parley::cli {

// What a check found in a text: a finding a paragraph, with its words and kinder ones.
std::string FindingsText(const std::string& text, const language::ToneReport& report);
// {"blocked","readability","findings":[{"category","severity","rule","begin","end","words",
// "suggestion"}]}; begin and end count bytes.
std::string FindingsJson(const std::string& text, const language::ToneReport& report);

// What was misjudged, then the figures.
std::string ScoreText(const ToneScore& score);
// {"accuracy","texts","obvious","false_alarms","by_language":{..},"by_category":{"THREAT":
// {"precision","recall","spans"},..},"misjudged":[ids]}.
std::string ScoreJson(const ToneScore& score);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TONE_TONE_TEXT_H_
