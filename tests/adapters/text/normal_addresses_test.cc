// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/normal_addresses.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "domain/debtor/address_form.h"

namespace parley::text {
namespace {

std::optional<NormalAddress> Normal(PointType type, std::string_view text,
                                    std::string_view region = "") {
  return NormalAddresses().Normalise(type, text, region);
}

// The address alone, or empty for none.
std::string TextOf(const std::optional<NormalAddress>& normal) {
  return normal.has_value() ? normal->address.Reveal() : std::string();
}

TEST(NormalPhone, BecomesE164HoweverItIsWritten) {
  for (const char* text : {"+1 415-555-2671", "001 (415) 555 2671", "+14155552671", "4155552671"}) {
    const std::string_view region = std::string_view(text).starts_with("00") ? "DE" : "US-CA";
    EXPECT_EQ(TextOf(Normal(PointType::kPhone, text, region)), "+14155552671") << text;
  }
  EXPECT_EQ(TextOf(Normal(PointType::kPhone, "030 901820", "DE")), "+4930901820");
  EXPECT_TRUE(IsE164(TextOf(Normal(PointType::kPhone, "07400 123456", "GB"))));
}

TEST(NormalPhone, TellsItsCountryAndWhetherItMoves) {
  const std::optional<NormalAddress> mobile = Normal(PointType::kPhone, "+447400123456");
  ASSERT_TRUE(mobile.has_value());
  EXPECT_EQ(mobile->region, "GB");
  EXPECT_EQ(mobile->kind, PointClass::kCellular);
  const std::optional<NormalAddress> fixed = Normal(PointType::kPhone, "+4930901820", "US");
  ASSERT_TRUE(fixed.has_value());
  EXPECT_EQ(fixed->region, "DE");
  EXPECT_EQ(fixed->kind, PointClass::kUnknown);
  // In America nobody can tell by the number.
  EXPECT_EQ(Normal(PointType::kPhone, "+14155552671")->kind, PointClass::kUnknown);
}

TEST(NormalPhone, RefusesWhatCannotBeANumber) {
  for (const char* text : {"", "ask me", "+", "+1 415", "+1 415 555 26711 2222 3333",
                           "415 555 2671", "+999 123456789", "+1 415 555 2671 ext. 12"}) {
    EXPECT_EQ(Normal(PointType::kPhone, text), std::nullopt) << text;
  }
  EXPECT_EQ(Normal(PointType::kPhone, "555 2671", "US"), std::nullopt);
}

TEST(NormalPhone, TakesAPossibleNumberOfNoKnownRangeForAHint) {
  const std::optional<NormalAddress> unknown = Normal(PointType::kPhone, "+11234567890");
  ASSERT_TRUE(unknown.has_value());
  EXPECT_FALSE(unknown->in_known_range);
  EXPECT_TRUE(Normal(PointType::kPhone, "+14155552671")->in_known_range);
}

TEST(NormalEmail, IsInSmallComposedLetters) {
  EXPECT_EQ(TextOf(Normal(PointType::kEmail, " Mira.Muster@Example.COM ")),
            "mira.muster@example.com");
  EXPECT_EQ(TextOf(Normal(PointType::kEmail,
                          "JO\xCC\x88RG@b\xC3\x9C"
                          "cher.example")),
            "j\xC3\xB6rg@b\xC3\xBC"
            "cher.example");
  for (const char* text : {"", "mira", "mira@", "mira@example", "mi ra@example.com", "\xff@a.b"}) {
    EXPECT_EQ(Normal(PointType::kEmail, text), std::nullopt) << text;
  }
}

TEST(NormalPostal, KeepsItsLinesAndNoBlanksAtTheirEnds) {
  EXPECT_EQ(TextOf(Normal(PointType::kPostal, "  Mira Musterfrau\r\n\r\nBeispielweg 1 \n")),
            "Mira Musterfrau\nBeispielweg 1");
  EXPECT_EQ(Normal(PointType::kPostal, " \n \r\n"), std::nullopt);
  EXPECT_EQ(Normal(PointType::kPostal, "1\n2\n3\n4\n5\n6\n7\n8\n9"), std::nullopt);
}

TEST(NormalChat, IsTheProvidersNameAsItIs) {
  EXPECT_EQ(TextOf(Normal(PointType::kChat, " someone:AbC ")), "someone:AbC");
  EXPECT_EQ(Normal(PointType::kChat, "  "), std::nullopt);
  EXPECT_EQ(Normal(PointType::kChat, std::string(2001, 'a')), std::nullopt);
}

TEST(NormalAddresses, ChangeNothingASecondTime) {
  const std::string phone = TextOf(Normal(PointType::kPhone, "+1 415 555 2671"));
  EXPECT_EQ(TextOf(Normal(PointType::kPhone, phone)), phone);
  const std::string email = TextOf(Normal(PointType::kEmail, "Mira@Example.com"));
  EXPECT_EQ(TextOf(Normal(PointType::kEmail, email)), email);
}

}  // namespace
}  // namespace parley::text
