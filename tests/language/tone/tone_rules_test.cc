// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/tone_rules.h"

#include "adapters/lexicons/lexicons.h"
#include "tests/language/tone/tone_fixture.h"

namespace parley::language {
namespace {

using ::testing::HasSubstr;

std::string FaultsOf(std::string_view text) {
  const absl::StatusOr<LexiconFile> file = ReadLexiconFile("tone.lexicon", text);
  const std::vector<LexiconFile> files = {*file};
  const absl::StatusOr<Lexicon> lexicon = Lexicon::Make(LanguageCode::kEnglish, files);
  if (!lexicon.ok()) return std::string(lexicon.status().message());
  return std::string(ToneRules::Make(*lexicon, files).status().message());
}

TEST(ToneRuleFiles, TellFileLineAndFieldOfEachFault) {
  const std::string faults = FaultsOf(
      "[concept x]\nx\n[rule A]\ncategory: RUDE\nall: x, y\nwhen: x\n[rule B]\nseverity: BLOCKS\n"
      "[category LOUD]\n[thing]\n");
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:4: category: \"RUDE\" is no value of it"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:5: all: no concept @y"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:6: when: no field of a rule"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:7: B: a category is missing"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:7: B: all: is missing"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:9: LOUD: no category"));
  EXPECT_THAT(faults, HasSubstr("tone.lexicon:10: thing: no kind of section"));
  EXPECT_THAT(faults, HasSubstr("no kinder words for THREAT"));
}

TEST(ToneRuleFiles, AreSoundInEachLanguage) {
  const auto lexicons = lexicons::Lexicons::BuiltIn();
  ASSERT_TRUE(lexicons.ok()) << lexicons.status();
  for (const LanguageCode code : kLanguages) {
    const auto check = ToneCheck::Make(code, lexicons->Of("tone", code));
    EXPECT_TRUE(check.ok()) << check.status();
  }
}

}  // namespace
}  // namespace parley::language
