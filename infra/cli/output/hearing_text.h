// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_HEARING_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_HEARING_TEXT_H_

#include <string>

#include "domain/language/hearing/heard.h"
#include "infra/cli/hearing/hearing_score.h"

namespace parley::cli {

// What a text says, a label a line with its words, then what it names.
std::string HeardText(const std::string& text, const language::Heard& heard);
// {"language","urgent","intents":[{"intent","rule","source","confidence","begin","end","words"}],
// "entities":{"amount","date","channel","time_note"}}; begin and end count bytes.
std::string HeardJson(const std::string& text, const language::Heard& heard);

// What was misheard, then the figures.
std::string HearingScoreText(const HearingScore& score);
// {"primary_accuracy","texts","by_language":{..},"by_intent":{"CRISIS":{"precision","recall"},..},
// "entities":{"amount","date","channel"},"forbidden","crisis_look_alikes","misheard":[ids]}.
std::string HearingScoreJson(const HearingScore& score);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_HEARING_TEXT_H_
