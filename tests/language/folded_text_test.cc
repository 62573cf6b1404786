// SPDX-License-Identifier: Apache-2.0
#include "domain/language/folded_text.h"

#include <rapidcheck/gtest.h>

#include <string>

namespace parley::language {
namespace {

std::string Folded(std::string_view text) { return std::string(FoldedText(text).folded()); }

// The original behind the first place of some folded words.
std::string Behind(std::string_view text, std::string_view folded_words) {
  const FoldedText folded(text);
  const std::size_t begin = folded.folded().find(folded_words);
  if (begin == std::string_view::npos) return "not found";
  return std::string(folded.OriginOf({begin, begin + folded_words.size()}).In(text));
}

TEST(FoldedTexts, LoseCaseAccentsAndCompatibilityForms) {
  EXPECT_EQ(Folded("Élysée PAGARÉ Straße œuvre"), "elysee pagare strasse oeuvre");
  EXPECT_EQ(Folded("ｐａｙ ﬁnal 𝐧𝐨𝐰 Ⓝⓞⓦ"), "pay final now now");
}

TEST(FoldedTexts, ShowLookAlikesOfOtherScriptsAsWhatIsSeen) {
  EXPECT_EQ(Folded("p\u0430y n\u043ew"), "pay now");
  EXPECT_EQ(Folded("\u03c1\u03b1y"), "pay");
  EXPECT_EQ(Folded("don\u2019t \u201cpay\u201d \u2014 \u00abya\u00bb"), "don't \"pay\" - \"ya\"");
}

TEST(FoldedTexts, HaveNothingInvisible) {
  EXPECT_EQ(Folded("ar\u200brest\u00ad ja\u200d\u2060il\ufeff"), "arrest jail");
}

TEST(FoldedTexts, ReadDigitsAndSignsWithinAWordAsLetters) {
  EXPECT_EQ(Folded("p4y y0ur d3bt 4rrest $hame j@il"), "pay your debt arrest shame jail");
}

TEST(FoldedTexts, LeaveFiguresReferencesAndOrdinalsAlone) {
  EXPECT_EQ(Folded("40921 1st 2nd 28th 18h 5pm $640.00 24h"),
            "40921 1st 2nd 28th 18h 5pm $640.00 24h");
}

TEST(FoldedTexts, JoinLettersThatAreSpacedOut) {
  EXPECT_EQ(Folded("p.a.y.n now"), "payn now");
  EXPECT_EQ(Folded("a r r e s t  him"), "arrest  him");
  EXPECT_EQ(Folded("B-A-I-L-I-F-F"), "bailiff");
  EXPECT_EQ(Folded("z. B. a b c"), "z. b. a b c");
}

TEST(FoldedTexts, ShortenLettersThatAreDrawnOut) {
  EXPECT_EQ(Folded("paaaay nooooow, see"), "pay now, see");
}

TEST(FoldedTexts, KeepLinesAndAtMostTwoSpaces) {
  EXPECT_EQ(Folded("a \t\u00a0   b\r\nc"), "a  b \nc");
}

TEST(FoldedTexts, KnowWhereEachPartCameFrom) {
  EXPECT_EQ(Behind("Ya no PAGARÉ más", "pagare"), "PAGARÉ");
  EXPECT_EQ(Behind("a r r\u200b e s t him", "arrest"), "a r r\u200b e s t");
  EXPECT_EQ(Behind("you p\u0430aaay!", "pay"), "p\u0430aaay");
  EXPECT_EQ(Behind("die Straße", "strasse"), "Straße");
}

TEST(FoldedTexts, ReadIllFormedBytesAsSpaces) {
  EXPECT_EQ(Folded(std::string("a\xff") + "b\xc3"), "a b ");
}

RC_GTEST_PROP(FoldedTexts, MapEveryPartIntoTheOriginalInItsOrder, (const std::string& text)) {
  const FoldedText folded(text);
  std::size_t before = 0;
  for (std::size_t at = 0; at < folded.folded().size(); ++at) {
    const TextSpan origin = folded.OriginOf({at, at + 1});
    RC_ASSERT(origin.begin < origin.end);
    RC_ASSERT(origin.end <= text.size());
    RC_ASSERT(origin.begin >= before);
    before = origin.begin;
  }
}

RC_GTEST_PROP(FoldedTexts, AreTheSameWithSomethingInvisibleAfterEachLetter, ()) {
  const auto letters = *rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
  std::string dressed;
  for (const char letter : letters) dressed += std::string(1, letter) + "\u200b";
  RC_ASSERT(Folded(dressed) == Folded(letters));
}

}  // namespace
}  // namespace parley::language
