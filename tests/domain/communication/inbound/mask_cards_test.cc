// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/mask_cards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace parley {
namespace {

// Numbers that networks publish for tests.
TEST(MaskCards, KeepsTheLastFourDigitsOfEveryKindOfCard) {
  EXPECT_EQ(MaskCards("card 4111111111111111 please").text, "card ************1111 please");
  EXPECT_EQ(MaskCards("4111 1111 1111 1111").text, "**** **** **** 1111");
  EXPECT_EQ(MaskCards("5555-5555-5555-4444").text, "****-****-****-4444");
  EXPECT_EQ(MaskCards("3782 822463 10005").text, "**** ****** *0005");
  EXPECT_EQ(MaskCards("6011.1111.1111.1117").text, "****.****.****.1117");
  EXPECT_EQ(MaskCards("30569309025904").text, "**********5904");
  EXPECT_EQ(MaskCards("3530111333300000").text, "************0000");
  EXPECT_EQ(MaskCards("4222222222222").text, "*********2222");
}

TEST(MaskCards, CountsThemAndLeavesWhatFollows) {
  const MaskedText masked = MaskCards("4111111111111111 12/27 and 5555 5555 5555 4444 123");
  EXPECT_EQ(masked.text, "************1111 12/27 and **** **** **** 4444 123");
  EXPECT_EQ(masked.cards, 2);
}

TEST(MaskCards, LeavesWhatIsNoCard) {
  for (const std::string text :
       {"4111111111111112",             // Another last digit.
        "9111111111111111",             // No issuer's.
        "+49 4111 1111 1111 1111",      // A number that begins with a plus.
        "0041 1111 1111 1111 11",       // And with a zero.
        "DE89 3704 0044 0532 0130 00",  // IBANs.
        "GB29 NWBK 6016 1331 9268 19",
        "reference 4111111111111111",  // It is called a reference.
        "Aktenzeichen: 4111111111111111",
        "X4111111111111111",  // Part of a word.
        "call me on 07700 900123 or 0171 234567", "41111111111111111111111", ""}) {
    EXPECT_EQ(MaskCards(text).text, text);
    EXPECT_EQ(MaskCards(text).cards, 0) << text;
  }
}

TEST(MaskCards, InGroupsOfFourIsACardWhateverItIsCalled) {
  EXPECT_EQ(MaskCards("ref 4111 1111 1111 1111").cards, 1);
}

// Whatever stands around a number, every byte that is no digit of it stays where it is.
TEST(MaskCards, ChangesNothingButDigits) {
  std::mt19937 chance(7);
  const std::string letters = "0123456789 -.+:abcDE\xC3\xA9\n";
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int at = 0; at < 60; ++at) text += letters[chance() % letters.size()];
    const MaskedText masked = MaskCards(text);
    ASSERT_EQ(masked.text.size(), text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool kept = masked.text[at] == text[at];
      const bool digit = text[at] >= '0' && text[at] <= '9';
      ASSERT_TRUE(kept || (masked.text[at] == '*' && digit)) << text;
    }
  }
}

}  // namespace
}  // namespace parley
