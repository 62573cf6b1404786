// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/hearing/learn_weights.h"

#include "absl/strings/str_cat.h"
#include "infra/cli/learning/weights_learner.h"

namespace parley::cli {
namespace {

using language::Intent;
using language::kIntentCount;
using language::LanguageCode;

std::vector<double> WantedOf(const std::vector<Intent>& intents) {
  constexpr double kOfPrimary = 2;  // Of several intents, the primary one counts so often.
  std::vector<double> wanted(kIntentCount);
  const double total = kOfPrimary + static_cast<double>(intents.size()) - 1;
  for (std::size_t at = 0; at < intents.size(); ++at) {
    wanted[static_cast<std::size_t>(intents[at])] += (at == 0 ? kOfPrimary : 1) / total;
  }
  return wanted;
}

std::string HeadOfFile() {
  std::string text =
      "# SPDX-License-Identifier: Apache-2.0\n"
      "# Learnt by `parley listen learn` from tests/data/intents; not to be edited by hand.\n"
      "# Of each feature hundredths by intent; the letters are the intents in their order:\n";
  for (std::size_t at = 0; at < kIntentCount; ++at) {
    absl::StrAppend(&text, "# ", std::string(1, WeightsLearner::LetterOf(at)), " ",
                    std::string(NameOf(static_cast<Intent>(at))), "\n");
  }
  return text;
}

}  // namespace

std::map<LanguageCode, std::string> LearnWeights(const language::Hearing& hearing,
                                                 const std::vector<LabelledMessage>& messages) {
  std::vector<LearntText> texts;
  for (const LabelledMessage& message : messages) {
    texts.push_back({hearing.FeaturesOf(message.text, message.context), WantedOf(message.intents)});
  }
  const WeightsLearner learner(texts, kIntentCount);
  std::map<LanguageCode, std::string> written;
  for (const LanguageCode language : language::kLanguages) {
    written[language] = HeadOfFile() + learner.Written(language);
  }
  return written;
}

}  // namespace parley::cli
