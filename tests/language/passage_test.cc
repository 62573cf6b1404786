// SPDX-License-Identifier: Apache-2.0
#include "domain/language/passage.h"

#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace parley::language {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> WordsOf(std::string_view text, LanguageCode language) {
  const Passage passage(text, language);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < passage.words().size(); ++at) {
    words.emplace_back(passage.FoldedWord(at));
  }
  return words;
}

std::vector<std::string> SentencesOf(std::string_view text, LanguageCode language) {
  const Passage passage(text, language);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : passage.sentences()) {
    sentences.emplace_back(passage.OriginOf(sentence.words).In(text));
  }
  return sentences;
}

TEST(Passages, PartWordsAtHyphensAndWhereGrammarHasAnApostrophe) {
  EXPECT_THAT(WordsOf("We'll e-mail you, don't worry", LanguageCode::kEnglish),
              ElementsAre("we", "'ll", "e", "mail", "you", "don't", "worry"));
  EXPECT_THAT(WordsOf("L'huissier n’attend qu'un appel aujourd'hui", LanguageCode::kFrench),
              ElementsAre("l'", "huissier", "n'", "attend", "qu'", "un", "appel", "aujourd'hui"));
}

TEST(Passages, KnowKindsOfWords) {
  const Passage passage("£2,318.44 or 30 € at 18:00 to {{phone}}: {{amount}} 7",
                        LanguageCode::kEnglish);
  std::vector<WordKind> kinds;
  for (const Word& word : passage.words()) kinds.push_back(word.kind);
  EXPECT_THAT(kinds, ElementsAre(WordKind::kMoney, WordKind::kWord, WordKind::kMoney,
                                 WordKind::kWord, WordKind::kTime, WordKind::kWord,
                                 WordKind::kPlaceholder, WordKind::kMoney, WordKind::kNumber));
}

TEST(Passages, EndSentencesWhereTheyEnd) {
  EXPECT_THAT(
      SentencesOf("Dear Mr. Weston,\n\nPay $1.50 now. Why wait? Fine!", LanguageCode::kEnglish),
      ElementsAre("Dear Mr. Weston", "Pay $1.50 now", "Why wait", "Fine"));
  EXPECT_THAT(SentencesOf("Am 12. Februar, z. B. um 9 Uhr. Danke.", LanguageCode::kGerman),
              ElementsAre("Am 12. Februar, z. B. um 9 Uhr", "Danke"));
}

TEST(Passages, GoOnOverLinesThatWereBrokenToFit) {
  EXPECT_THAT(SentencesOf("We have written to you about the reference that is given above\nand you "
                          "may answer.\n- first\n- second",
                          LanguageCode::kEnglish)
                  .size(),
              3U);
}

TEST(Passages, PartClausesAtCommasAndConjunctions) {
  const Passage passage("If you cannot pay, tell us but do not worry", LanguageCode::kEnglish);
  EXPECT_EQ(passage.words().front().clause, 0U);
  EXPECT_EQ(passage.words()[4].clause, 1U);
  EXPECT_EQ(passage.words().back().clause, 2U);
}

TEST(Passages, NoteQuestionsCapitalsAndQuotations) {
  const Passage passage("He said „ZAHL jetzt“. Und du?", LanguageCode::kGerman);
  EXPECT_TRUE(passage.words()[2].quoted);
  EXPECT_TRUE(passage.words()[2].upper);
  EXPECT_FALSE(passage.words()[4].quoted);
  EXPECT_TRUE(passage.sentences().back().question);
  EXPECT_FALSE(passage.sentences().front().question);
}

TEST(Passages, KnowNamesByTheTitleBefore) {
  const Passage passage("Dear Mrs Anna Law, the law is clear", LanguageCode::kEnglish);
  EXPECT_FALSE(passage.words()[1].name);
  EXPECT_TRUE(passage.words()[2].name);
  EXPECT_TRUE(passage.words()[3].name);
  EXPECT_FALSE(passage.words()[5].name);
}

RC_GTEST_PROP(Passages, HoldEachWordInOneSentenceInOrder, (const std::string& text)) {
  const Passage passage(text, LanguageCode::kFrench);
  std::size_t words = 0;
  for (const Sentence& sentence : passage.sentences()) {
    RC_ASSERT(sentence.words.first == words);
    words = sentence.words.last;
  }
  RC_ASSERT(words == passage.words().size());
}

}  // namespace
}  // namespace parley::language
