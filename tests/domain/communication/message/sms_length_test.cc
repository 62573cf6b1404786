// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/sms_length.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace parley {
namespace {

using testing::Eq;
using testing::Optional;

constexpr auto kGsm7 = SmsEncoding::kGsm7;
constexpr auto kUcs2 = SmsEncoding::kUcs2;

std::string Times(int count, const std::string& text) {
  std::string all;
  for (int at = 0; at < count; ++at) all += text;
  return all;
}

TEST(SmsLengths, FillOneSegmentWithOneHundredAndSixtySeptets) {
  EXPECT_THAT(MeasureSms(""), Optional(SmsLength{kGsm7, 0, 1}));
  EXPECT_THAT(MeasureSms(Times(160, "a")), Optional(SmsLength{kGsm7, 160, 1}));
  EXPECT_THAT(MeasureSms(Times(161, "a")), Optional(SmsLength{kGsm7, 161, 2}));
  EXPECT_THAT(MeasureSms(Times(306, "a")), Optional(SmsLength{kGsm7, 306, 2}));
  EXPECT_THAT(MeasureSms(Times(307, "a")), Optional(SmsLength{kGsm7, 307, 3}));
}

TEST(SmsLengths, KnowTheDefaultAlphabet) {
  EXPECT_THAT(MeasureSms("¿Qué tal, señor Núñez? ¡Adiós!")->encoding, Eq(kUcs2)) << "ú and ó";
  EXPECT_THAT(MeasureSms("Ça coûte")->encoding, Eq(kUcs2)) << "û";
  EXPECT_THAT(MeasureSms("Grüße, Ñandú à è é ù ì ò £ ¥ ¤ §")->encoding, Eq(kUcs2)) << "ú";
  EXPECT_THAT(MeasureSms("Grüße aus Köln: Ää Öö Üü ß à è é ù ì ò Ç Ñ ñ £ ¥ ¤ §")->encoding,
              Eq(kGsm7));
  EXPECT_THAT(MeasureSms("ΔΦΓΛΩΠΨΣΘΞ ÆæÅåØø É ¡¿ @$_ \n\r")->encoding, Eq(kGsm7));
  EXPECT_THAT(MeasureSms("`")->encoding, Eq(kUcs2)) << "the one of ASCII that it lacks";
  EXPECT_THAT(MeasureSms("ç")->encoding, Eq(kUcs2)) << "it has the capital one alone";
}

TEST(SmsLengths, CountTwoSeptetsForTheExtension) {
  EXPECT_THAT(MeasureSms("€"), Optional(SmsLength{kGsm7, 2, 1}));
  EXPECT_THAT(MeasureSms("[]{}\\~^|"), Optional(SmsLength{kGsm7, 16, 1}));
  EXPECT_THAT(MeasureSms(Times(80, "€")), Optional(SmsLength{kGsm7, 160, 1}));
  EXPECT_THAT(MeasureSms(Times(81, "€")), Optional(SmsLength{kGsm7, 162, 2}));
}

TEST(SmsLengths, CutNoCharacterInTwo) {
  // 152 letters and a euro: its escape would be the last septet of the first segment.
  const std::string text = Times(152, "a") + "€" + Times(152, "b");
  EXPECT_THAT(MeasureSms(text), Optional(SmsLength{kGsm7, 306, 3}));
  const std::string faces = Times(33, "😀") + "x" + "😀" + Times(34, "y");
  EXPECT_THAT(MeasureSms(faces), Optional(SmsLength{kUcs2, 103, 2}));
  const std::string on_the_edge = Times(66, "ж") + "😀" + Times(66, "ж");
  EXPECT_THAT(MeasureSms(on_the_edge), Optional(SmsLength{kUcs2, 134, 3}));
}

TEST(SmsLengths, FillSegmentsWithSixtySevenUnitsBeyondTheAlphabet) {
  EXPECT_THAT(MeasureSms(Times(70, "ж")), Optional(SmsLength{kUcs2, 70, 1}));
  EXPECT_THAT(MeasureSms(Times(71, "ж")), Optional(SmsLength{kUcs2, 71, 2}));
  EXPECT_THAT(MeasureSms(Times(134, "ж")), Optional(SmsLength{kUcs2, 134, 2}));
  EXPECT_THAT(MeasureSms(Times(135, "ж")), Optional(SmsLength{kUcs2, 135, 3}));
}

TEST(SmsLengths, AreNotKnownOfWhatIsNoText) {
  EXPECT_THAT(MeasureSms("\xff\xfe"), Eq(std::nullopt));
  EXPECT_THAT(MeasureSms("\xe2\x82"), Eq(std::nullopt));
}

RC_GTEST_PROP(SmsLengths, NeverShrinkWithMoreText, (const std::string& some)) {
  std::string ascii;
  for (const char letter : some) ascii += static_cast<char>('a' + (letter & 0x0F));
  RC_ASSERT(MeasureSms(ascii + "x")->segments >= MeasureSms(ascii)->segments);
  RC_ASSERT(MeasureSms(ascii)->units == static_cast<int>(ascii.size()));
}

}  // namespace
}  // namespace parley
