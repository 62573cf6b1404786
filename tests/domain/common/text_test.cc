// SPDX-License-Identifier: Apache-2.0
#include "domain/common/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley {
namespace {

constexpr std::size_t kLong = 1000;

// The plain encoding of a code point in a given number of bytes, right or not.
std::string Encoded(std::uint32_t point, int bytes) {
  static constexpr std::array<std::uint8_t, 4> kLeads = {0x00, 0xC0, 0xE0, 0xF0};
  std::string text(static_cast<std::size_t>(bytes), '\0');
  for (int at = bytes - 1; at > 0; --at) {
    text[static_cast<std::size_t>(at)] = static_cast<char>(0x80U | (point & 0x3FU));
    point >>= 6U;
  }
  text[0] = static_cast<char>(kLeads.at(static_cast<std::size_t>(bytes) - 1) | point);
  return text;
}

int LengthOf(std::uint32_t point) {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

RC_GTEST_PROP(CheckText, TakesEveryCodePointThatIsNoControlAndNoSurrogate, ()) {
  const auto point = *rc::gen::suchThat(
      rc::gen::weightedOneOf<std::uint32_t>(
          {{1, rc::gen::inRange<std::uint32_t>(0x20, 0x800)},
           {1, rc::gen::inRange<std::uint32_t>(0x800, 0x10000)},
           {1, rc::gen::inRange<std::uint32_t>(0x10000, 0x110000)}}),
      [](std::uint32_t p) { return !(p >= 0x7F && p <= 0x9F) && !(p >= 0xD800 && p <= 0xDFFF); });
  const std::string text = "a" + Encoded(point, LengthOf(point)) + "b";
  RC_ASSERT(CheckText(text, kLong) == std::nullopt);
}

TEST(CheckText, TakesTheFirstAndLastCodePointOfEachLength) {
  for (const std::uint32_t point :
       {0x20U, 0x7EU, 0xA0U, 0x7FFU, 0x800U, 0xD7FFU, 0xE000U, 0xFFFFU, 0x10000U, 0x10FFFFU}) {
    EXPECT_EQ(CheckText(Encoded(point, LengthOf(point)), kLong), std::nullopt) << point;
  }
}

TEST(CheckText, TakesTextsOfAllPeople) {
  for (const char* text : {"", "Žofie Příkladová", "例え 太郎", "مثال", "उदाहरण",
                           "👩🏽‍🦱 Example", "e\xCC\x81"}) {
    EXPECT_EQ(CheckText(text, kLong), std::nullopt) << text;
  }
}

TEST(CheckText, TakesMarksOfDirection) {
  for (const std::uint32_t point : {0x200EU, 0x200FU, 0x202BU, 0x2067U, 0x061CU}) {
    EXPECT_EQ(CheckText(Encoded(point, LengthOf(point)), kLong), std::nullopt) << point;
  }
}

TEST(CheckText, RefusesOverlongForms) {
  EXPECT_EQ(CheckText(Encoded('/', 2), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0, 2), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0x7F, 2), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0x7FF, 3), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0xFFFF, 4), kLong), Fault::kNotUtf8);
}

TEST(CheckText, RefusesSurrogatesAndWhatLiesBeyondUnicode) {
  EXPECT_EQ(CheckText(Encoded(0xD800, 3), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0xDFFF, 3), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0xD83D, 3) + Encoded(0xDE00, 3), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText(Encoded(0x110000, 4), kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText("\xF5\x80\x80\x80", kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText("\xF8\x88\x80\x80\x80", kLong), Fault::kNotUtf8);
  EXPECT_EQ(CheckText("\xFF", kLong), Fault::kNotUtf8);
}

TEST(CheckText, RefusesBrokenSequences) {
  for (const char* text :
       {"\x80", "\xBF", "a\x80", "\xC3", "\xC3(", "\xC3\xC3", "\xE2\x82", "\xE2(\xA1", "\xE2\x82(",
        "\xF0\x9F\x98", "\xF0\x9F\x98(", "caf\xE9", "\xE2\x82\xC3\xA9", "\xC3\xA9\xA9"}) {
    EXPECT_EQ(CheckText(text, kLong), Fault::kNotUtf8) << text;
  }
}

TEST(CheckText, RefusesControlCharacters) {
  for (std::uint32_t point = 0; point < 0x20; ++point) {
    EXPECT_EQ(CheckText("a" + Encoded(point, 1) + "b", kLong), Fault::kControlCharacter) << point;
  }
  for (std::uint32_t point = 0x7F; point <= 0x9F; ++point) {
    EXPECT_EQ(CheckText(Encoded(point, LengthOf(point)), kLong), Fault::kControlCharacter) << point;
  }
}

TEST(CheckText, OfManyLinesTakesLineFeedsAndTabsAlone) {
  EXPECT_EQ(CheckText("one\ntwo\tthree", kLong, Lines::kMany), std::nullopt);
  EXPECT_EQ(CheckText("one\ntwo", kLong, Lines::kOne), Fault::kControlCharacter);
  EXPECT_EQ(CheckText("one\ttwo", kLong), Fault::kControlCharacter);
  EXPECT_EQ(CheckText("one\r\ntwo", kLong, Lines::kMany), Fault::kControlCharacter);
  EXPECT_EQ(CheckText(std::string("one\0two", 7), kLong, Lines::kMany), Fault::kControlCharacter);
  EXPECT_EQ(CheckText("one\vtwo", kLong, Lines::kMany), Fault::kControlCharacter);
}

TEST(CheckText, CountsBytes) {
  EXPECT_EQ(CheckText("abcd", 4), std::nullopt);
  EXPECT_EQ(CheckText("abcde", 4), Fault::kTooLong);
  EXPECT_EQ(CheckText("\xC3\xA9\xC3\xA9", 4), std::nullopt);
  EXPECT_EQ(CheckText("\xC3\xA9\xC3\xA9", 3), Fault::kTooLong);
}

TEST(CheckText, PrefersTheFaultThatMakesTheTextUnreadable) {
  EXPECT_EQ(CheckText("\x01\xFF", kLong), Fault::kNotUtf8);
}

TEST(RequireText, AddsWhatIsMissingOrUnsound) {
  Violations violations;
  RequireText(violations, "a", "", 4);
  RequireText(violations, "b", "fine", 4);
  RequireText(violations, "c", "too long", 4);
  RequireText(violations, "d", "a\nb", 4);
  EXPECT_EQ(violations.all(),
            (std::vector<Violation>{
                {"a", Fault::kRequired}, {"c", Fault::kTooLong}, {"d", Fault::kControlCharacter}}));
}

TEST(AllowText, LetsATextBeEmpty) {
  Violations violations;
  AllowText(violations, "a", "", 4);
  AllowText(violations, "b", "a\nb", 4, Lines::kMany);
  AllowText(violations, "c", "\xFF", 4);
  AllowText(violations, "d", "a\nb", 4);
  EXPECT_EQ(violations.all(),
            (std::vector<Violation>{{"c", Fault::kNotUtf8}, {"d", Fault::kControlCharacter}}));
}

TEST(IsLanguageTag, TakesTheFormOfBcp47) {
  for (const char* text : {"en", "zh-TW", "sr-Latn", "sr-Latn-RS", "de-CH-1996", "gsw", "abcdefgh",
                           "en-x-a", "EN", "zh-Hant-TW", "azAZ-azAZ09"}) {
    EXPECT_TRUE(IsLanguageTag(text)) << text;
  }
}

TEST(IsLanguageTag, RefusesEveryOtherForm) {
  for (const char* text : {"", "e", "1n", "en_US", "en-", "-en", "en--US", "abcdefghi", "en US",
                           "en-abcdefghi", "en-U\xC3\x9F", "en-US ", "e/", "a2-b"}) {
    EXPECT_FALSE(IsLanguageTag(text)) << text;
  }
  EXPECT_TRUE(IsLanguageTag("en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa"));    // 35 bytes.
  EXPECT_FALSE(IsLanguageTag("en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaa"));  // 36 bytes.
}

TEST(IsRegion, TakesTheFormOfIso3166) {
  for (const char* text : {"TW", "US-CA", "GB-ENG", "FR-2A", "AT-9", "US-ca", "AZ", "ZA-09Z"}) {
    EXPECT_TRUE(IsRegion(text)) << text;
  }
  for (const char* text : {"", "T", "tw", "Tw", "TWN", "T1", "US-", "US-CALI", "US CA", "USCA",
                           "US_CA", "US-C ", "-CA", "US--A", "US-\xC3\x9F"}) {
    EXPECT_FALSE(IsRegion(text)) << text;
  }
}

}  // namespace
}  // namespace parley
