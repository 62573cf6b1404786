// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/weighed_tone.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "adapters/lexicons/lexicons.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/language/tone/tone_fixture.h"

namespace parley::language {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// The English check, with these weights alone.
ToneCheck CheckWith(const std::string& weights) {
  std::vector<LexiconFile> files =
      lexicons::Lexicons::BuiltIn()->Of("tone", LanguageCode::kEnglish);
  std::erase_if(files,
                [](const LexiconFile& file) { return absl::StrContains(file.name, "_weights"); });
  files.push_back(*ReadLexiconFile("own.lexicon", absl::StrCat("[weights]\n", weights, "\n")));
  return *ToneCheck::Make(LanguageCode::kEnglish, files);
}

TEST(WeighedTone, NamesCategoryAndWordsWhereNoRuleSpoke) {
  const std::string text = "Lanterns hang at your number twelve.";
  const ToneReport report = CheckWith("lanterns: a-900 b900").Check(text);
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].category, ToneCategory::kThreat);
  EXPECT_EQ(report.findings[0].severity, ToneSeverity::kBlocks);
  EXPECT_EQ(report.findings[0].rule, "THREAT.WEIGHTS");
  EXPECT_EQ(report.findings[0].span.In(text), "Lanterns");
  EXPECT_FALSE(report.findings[0].suggestion.empty());
}

TEST(WeighedTone, AsksForASecondPairOfEyesWhereWeightsAreLessSure) {
  const ToneReport report =
      CheckWith("lanterns: a290 b100").Check("Lanterns hang at your number twelve.");
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].severity, ToneSeverity::kNeedsSecondEye);
}

TEST(WeighedTone, LetsARuleWarnWhereWeightsHoldATextAcceptable) {
  const std::string text =
      "You are a deadbeat by lanterns, and the rest of this letter is about boats.";
  EXPECT_TRUE(CheckWith("owls: a900").Check(text).blocked());
  const ToneReport report = CheckWith("lanterns: a1200").Check(text);
  EXPECT_FALSE(report.blocked());
  ASSERT_THAT(report.findings, SizeIs(1));
  EXPECT_EQ(report.findings[0].category, ToneCategory::kShame);
  EXPECT_EQ(report.findings[0].severity, ToneSeverity::kWarns);
}

TEST(WeighedTone, DoesNotDoubtALine) {
  EXPECT_TRUE(CheckWith("lanterns: a1200").Check("You are a deadbeat, by lanterns.").blocked());
}

TEST(WeighedTone, DoesNotDoubtWhatWeightsCannotSee) {
  const ToneCheck check = CheckWith("lanterns: a1200");
  EXPECT_TRUE(check.Check("PAY FOR LANTERNS NOW!!!").blocked());
  EXPECT_TRUE(check.Check("Subject: Your unpaid loan for lanterns\n\nPlease call us.").blocked());
}

TEST(WeighedTone, WeighsNoTextThatSaysTooLittle) {
  const ToneCheck check = CheckWith("lanterns: a-900 b900");
  EXPECT_FALSE(check.Check("Lanterns, 12 Invented Road, Sampleton").blocked());
  for (const char* const text : {"Ana Ejemplo", "+49 155 50 123456", "Reference 4711-0815"}) {
    for (const LanguageCode code : kLanguages) EXPECT_FALSE(CheckOf(code).Check(text).blocked());
  }
}

TEST(WeighedTone, DoesNotDoubtWhatTheCaseMakesTrue) {
  const ToneCheck check = CheckWith("lanterns: a-900 b900");
  ToneContext context;
  context.enabled.legal_action = true;
  EXPECT_THAT(check.Check("Lanterns hang at your number twelve.", context).findings, IsEmpty());
}

}  // namespace
}  // namespace parley::language
