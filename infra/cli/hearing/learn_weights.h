// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_HEARING_LEARN_WEIGHTS_H_
#define PARLEY_INFRA_CLI_HEARING_LEARN_WEIGHTS_H_

#include <map>
#include <string>
#include <vector>

#include "domain/language/hearing/hearing.h"
#include "infra/cli/hearing/labelled_message.h"

namespace parley::cli {

// Learns from labelled texts the weights of hearing (domain/language/word_weights.h):
// multinomial logistic regression by stochastic gradient descent, most weights driven to nothing.
// What concepts weigh is learnt in all languages together. The same texts in the same order give
// the same weights: for each language the content of hearing_LANGUAGE_weights.lexicon.
std::map<language::LanguageCode, std::string> LearnWeights(
    const language::Hearing& hearing, const std::vector<LabelledMessage>& messages);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_HEARING_LEARN_WEIGHTS_H_
