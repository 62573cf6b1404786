// SPDX-License-Identifier: Apache-2.0
#include "tests/language/tone/tone_fixture.h"

namespace parley::language {

const ToneCheck& CheckOf(LanguageCode language) {
  static const absl::StatusOr<cli::ToneChecks> checks = cli::MakeToneChecks("");
  EXPECT_TRUE(checks.ok()) << checks.status();
  return checks->at(language);
}

std::vector<ToneCategory> BlockedBy(LanguageCode language, std::string_view text,
                                    const ToneContext& context) {
  std::vector<ToneCategory> categories;
  for (const ToneFinding& finding : CheckOf(language).Check(text, context).findings) {
    if (finding.severity != ToneSeverity::kWarns) categories.push_back(finding.category);
  }
  return categories;
}

std::string WordsOf(LanguageCode language, std::string_view text, ToneCategory category) {
  for (const ToneFinding& finding : CheckOf(language).Check(text).findings) {
    if (finding.category == category) return std::string(finding.span.In(text));
  }
  return "";
}

}  // namespace parley::language
