// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/learn_tone.h"

#include "absl/strings/str_cat.h"
#include "domain/language/tone/weighed_tone.h"
#include "infra/cli/learning/weights_learner.h"

namespace parley::cli {
namespace {

using language::kToneLabels;
using language::LanguageCode;

std::vector<double> WantedOf(const LabelledText& text) {
  std::vector<double> wanted(kToneLabels);
  if (text.acceptable || text.spans.empty()) {
    wanted[language::kAcceptableLabel] = 1;
    return wanted;
  }
  for (const LabelledSpan& span : text.spans) {
    wanted[language::LabelOf(span.category)] += 1.0 / static_cast<double>(text.spans.size());
  }
  return wanted;
}

std::string HeadOfFile() {
  std::string text =
      "# SPDX-License-Identifier: Apache-2.0\n"
      "# Learnt by `parley tone learn` from tests/data/tone; not to be edited by hand.\n"
      "# Of each feature hundredths by what they speak for:\n# a acceptable\n";
  for (const language::ToneCategory category : language::kToneCategories) {
    absl::StrAppend(&text, "# ",
                    std::string(1, WeightsLearner::LetterOf(language::LabelOf(category))), " ",
                    std::string(NameOf(category)), "\n");
  }
  return text;
}

}  // namespace

std::map<LanguageCode, std::string> LearnTone(const ToneChecks& checks,
                                              const std::vector<LabelledText>& texts) {
  std::vector<LearntText> learnt;
  for (const LabelledText& text : texts) {
    const language::Audience audience = AudienceOf(text.channel);
    learnt.push_back({checks.at(text.language).FeaturesOf(text.text, audience), WantedOf(text)});
  }
  const WeightsLearner learner(learnt, kToneLabels);
  std::map<LanguageCode, std::string> written;
  for (const LanguageCode language : language::kLanguages) {
    written[language] = HeadOfFile() + learner.Written(language);
  }
  return written;
}

}  // namespace parley::cli
