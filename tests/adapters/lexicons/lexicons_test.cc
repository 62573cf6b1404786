// SPDX-License-Identifier: Apache-2.0
#include "adapters/lexicons/lexicons.h"

#include <filesystem>
#include <fstream>

namespace parley::lexicons {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> NamesOf(const std::vector<language::LexiconFile>& files) {
  std::vector<std::string> names;
  for (const language::LexiconFile& file : files) names.push_back(file.name);
  return names;
}

// A folder of this test's own.
class LexiconFolder : public ::testing::Test {
 protected:
  LexiconFolder() { std::filesystem::create_directories(folder_); }
  ~LexiconFolder() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ + "/" + name) << text;
  }

  std::string folder_ = ::testing::TempDir() + "lexicons_" +
                        ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(LexiconFolder, GivesWhatAllLanguagesHaveInCommonAndThenTheLanguagesOwn) {
  Write("tone_en.lexicon", "[concept a]\nx\n");
  Write("tone_en_more.lexicon", "[concept b]\ny\n");
  Write("tone_es.lexicon", "");
  Write("tone.lexicon", "[rule R]\n");
  Write("intents.lexicon", "");
  Write("notes.txt", "no lexicon");
  const auto read = Lexicons::Folder(folder_);
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_THAT(NamesOf(read->Of("tone", language::LanguageCode::kEnglish)),
              ElementsAre("tone.lexicon", "tone_en.lexicon", "tone_en_more.lexicon"));
}

TEST_F(LexiconFolder, TellsWhatIsWrongAndWhere) {
  Write("tone.lexicon", "# remark\nword\n");
  EXPECT_THAT(std::string(Lexicons::Folder(folder_).status().message()),
              HasSubstr("tone.lexicon:2: a line before the first section"));
}

TEST_F(LexiconFolder, IsNotFoundWithoutLexicons) {
  EXPECT_EQ(Lexicons::Folder(folder_).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Lexicons::Folder(folder_ + "/none").status().code(), absl::StatusCode::kNotFound);
}

TEST(BuiltInLexicons, HaveFilesForEachLanguage) {
  const auto read = Lexicons::BuiltIn();
  ASSERT_TRUE(read.ok()) << read.status();
  for (const language::LanguageCode code : language::kLanguages) {
    EXPECT_GE(read->Of("tone", code).size(), 2U) << language::NameOf(code);
  }
}

}  // namespace
}  // namespace parley::lexicons
