// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/tone_score.h"

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "adapters/lexicons/lexicons.h"
#include "infra/cli/tone/learn_tone.h"
#include "infra/cli/tone/tone_text.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

using language::LanguageCode;
using ::testing::HasSubstr;

std::vector<LabelledText> TextsOf(const std::string& name) {
  std::ifstream file("tests/data/tone/" + name);
  const std::string lines{std::istreambuf_iterator<char>(file), {}};
  const auto texts = ReadLabelledTexts(lines);
  EXPECT_TRUE(texts.ok()) << texts.status();
  return *texts;
}

ToneScore ScoreOf(const std::string& name) {
  const auto checks = MakeToneChecks("");
  EXPECT_TRUE(checks.ok()) << checks.status();
  return ScoreTexts(*checks, TextsOf(name));
}

bool IsKeptBack(const LabelledText& text) { return (text.id.back() - '0') % 2 == 0; }

// Those of which some are kept back: an independent writer's, and short lines of a chat.
constexpr std::array kHalved = {"writers", "short_lines", "lines"};

// With weights of all texts but those that are kept back.
ToneChecks ChecksLearntFromTheRest(const ToneChecks& checks) {
  std::vector<LabelledText> learnt;
  for (const char* const name : {"fresh_texts", "labelled_a", "labelled_b", "own_texts", "plain_de",
                                 "plain_en", "plain_es", "plain_fr"}) {
    for (LabelledText& text : TextsOf(absl::StrCat(name, ".jsonl"))) learnt.push_back(text);
  }
  for (const char* const name : kHalved) {
    for (const LabelledText& text : TextsOf(absl::StrCat(name, ".jsonl"))) {
      if (!IsKeptBack(text)) learnt.push_back(text);
    }
  }
  const auto lexicons = lexicons::Lexicons::BuiltIn();
  ToneChecks made;
  for (const auto& [code, weights] : LearnTone(checks, learnt)) {
    std::vector<language::LexiconFile> files = lexicons->Of("tone", code);
    std::erase_if(files, [](const language::LexiconFile& file) {
      return absl::StrContains(file.name, "_weights");
    });
    files.push_back(*language::ReadLexiconFile("learnt.lexicon", weights));
    made.emplace(code, *language::ToneCheck::Make(code, files));
  }
  return made;
}

ToneScore ScoreOfKeptBack(const std::string& name) {
  const auto checks = MakeToneChecks("");
  EXPECT_TRUE(checks.ok()) << checks.status();
  std::vector<LabelledText> kept = TextsOf(name);
  std::erase_if(kept, [](const LabelledText& text) { return !IsKeptBack(text); });
  return ScoreTexts(ChecksLearntFromTheRest(*checks), kept);
}

// The floors lie a little under what is reached: what falls below them got worse.
void ExpectFloors(const std::string& name, double accuracy, double false_alarms) {
  const ToneScore score = ScoreOf(name);
  EXPECT_GE(score.accuracy.value(), accuracy) << ScoreText(score);
  EXPECT_LE(score.false_alarms.value(), false_alarms) << ScoreText(score);
  EXPECT_EQ(score.obvious.value(), 1.0) << ScoreText(score);
  for (const LanguageCode code : language::kLanguages) {
    ASSERT_TRUE(score.by_language.contains(code)) << name;
    EXPECT_GE(score.by_language.at(code).value(), 0.9) << NameOf(code) << ScoreText(score);
  }
}

TEST(ToneScores, StayOnTheTextsThatRulesWereMadeWith) {
  ExpectFloors("labelled_a.jsonl", 0.97, 0.03);
}

TEST(ToneScores, StayOnTheTextsThatWereScoredUnread) {
  ExpectFloors("labelled_b.jsonl", 0.93, 0.05);
}

TEST(ToneScores, StayOnTextsOfOurOwn) {
  ExpectFloors("own_texts.jsonl", 0.95, 0.03);
  ExpectFloors("fresh_texts.jsonl", 0.95, 0.03);
}

// Far from perfect: what is expected of texts that nobody read. The rules alone: 0.73 and 0.31.
TEST(ToneScores, HoldOnTextsThatWeightsHaveNotLearnt) {
  const ToneScore score = ScoreOfKeptBack("writers.jsonl");
  EXPECT_GE(score.accuracy.value(), 0.77) << ScoreText(score);
  EXPECT_LE(score.false_alarms.value(), 0.19) << ScoreText(score);
}

TEST(ToneScores, HoldOnShortLinesThatWeightsHaveNotLearnt) {
  EXPECT_LE(ScoreOfKeptBack("short_lines.jsonl").false_alarms.value(), 0.05);
  const ToneScore score = ScoreOfKeptBack("lines.jsonl");
  EXPECT_GE(score.accuracy.value(), 0.92) << ScoreText(score);
  EXPECT_LE(score.false_alarms.value(), 0.07) << ScoreText(score);
}

TEST(ToneScores, StayOnTheTextsOfAWriterWhoKnewNoRules) {
  const ToneScore score = ScoreOf("writers.jsonl");
  EXPECT_GE(score.accuracy.value(), 0.93) << score.accuracy.value();
  EXPECT_LE(score.false_alarms.value(), 0.09) << score.false_alarms.value();
}

TEST(LabelledTexts, TellTheLineThatIsWrong) {
  EXPECT_THAT(
      std::string(ReadLabelledTexts("\n{\"text\":\"x\",\"language\":\"xx\"}").status().message()),
      HasSubstr("line 2: language"));
  EXPECT_THAT(std::string(ReadLabelledTexts("[]").status().message()), HasSubstr("line 1"));
}

TEST(ToneTexts, ShowFindingsWithTheirWords) {
  const auto checks = MakeToneChecks("");
  ASSERT_TRUE(checks.ok()) << checks.status();
  const std::string text = "You will regret this.";
  const language::ToneReport report = checks->at(LanguageCode::kEnglish).Check(text);
  EXPECT_THAT(FindingsText(text, report), HasSubstr("THREAT  SECOND_PAIR_OF_EYES  THREAT.VEILED"));
  const auto json = nlohmann::json::parse(FindingsJson(text, report));
  EXPECT_TRUE(json["blocked"]);
  EXPECT_EQ(json["findings"][0]["category"], "THREAT");
}

TEST(ToneTexts, ShowTheScoreByLanguageAndCategory) {
  const auto json = nlohmann::json::parse(ScoreJson(ScoreOf("labelled_a.jsonl")));
  EXPECT_GE(json["accuracy"], 0.9);
  EXPECT_GE(json["by_language"]["de"], 0.9);
  EXPECT_GE(json["by_category"]["THREAT"]["recall"], 0.8);
  EXPECT_GE(json["by_category"]["THREAT"]["precision"], 0.5);
}

}  // namespace
}  // namespace parley::cli
