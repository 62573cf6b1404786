// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_TONE_LEARN_TONE_H_
#define PARLEY_INFRA_CLI_TONE_LEARN_TONE_H_

#include <map>
#include <string>
#include <vector>

#include "infra/cli/tone/labelled_text.h"
#include "infra/cli/tone/tone_checks.h"

namespace parley::cli {

// Learns from labelled texts the weights of tone (domain/language/word_weights.h): for each
// language the content of tone_LANGUAGE_weights.lexicon.
std::map<language::LanguageCode, std::string> LearnTone(const ToneChecks& checks,
                                                        const std::vector<LabelledText>& texts);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_TONE_LEARN_TONE_H_
