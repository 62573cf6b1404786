// SPDX-License-Identifier: Apache-2.0
#include "domain/common/id.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>

#include "absl/container/flat_hash_set.h"

namespace parley {
namespace {

constexpr std::string_view kText = "0190163d-8694-739b-aea5-966c26f8ad91";

std::array<std::uint8_t, 10> TenBytesOf(std::uint8_t value) {
  std::array<std::uint8_t, 10> bytes{};
  bytes.fill(value);
  return bytes;
}

RC_GTEST_PROP(Uuid, ReadsBackWhatItWrites, (const Uuid::Bytes& bytes)) {
  const Uuid id(bytes);
  RC_ASSERT(id.ToString().size() == 36U);
  RC_ASSERT(Uuid::Parse(id.ToString()) == id);
}

TEST(Uuid, IsWrittenInNetworkOrder) {
  Uuid::Bytes bytes{};
  for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<std::uint8_t>(at * 17);
  EXPECT_EQ(Uuid(bytes).ToString(), "00112233-4455-6677-8899-aabbccddeeff");
}

TEST(Uuid, IsReadInEitherCaseAndWrittenInLowerCase) {
  const auto id = Uuid::Parse("0190163D-8694-739B-AEA5-966C26F8AD91");
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(id->ToString(), kText);
}

TEST(Uuid, RefusesEveryOtherForm) {
  for (const std::string& text : {
           std::string(),
           std::string("0190163d8694739baea5966c26f8ad91"),
           std::string("{0190163d-8694-739b-aea5-966c26f8ad91}"),
           std::string("0190163d-8694-739b-aea5-966c26f8ad9"),
           std::string("0190163d-8694-739b-aea5-966c26f8ad911"),
           std::string(" 0190163d-8694-739b-aea5-966c26f8ad9"),
           std::string("0190163d-8694-739b-aea5-966c26f8ad9 "),
           std::string("0190163d-8694-739b-aea50966c26f8ad91"),
           std::string("0190163-d8694-739b-aea5-966c26f8ad91"),
           std::string("-190163d-8694-739b-aea5-966c26f8ad91"),
       }) {
    EXPECT_FALSE(Uuid::Parse(text).has_value()) << text;
  }
}

TEST(Uuid, RefusesTheNeighboursOfHexadecimalDigits) {
  for (const char digit : {'/', ':', '@', 'G', '`', 'g', '\0', '\x80'}) {
    std::string text(kText);
    text[0] = digit;
    EXPECT_FALSE(Uuid::Parse(text).has_value()) << static_cast<int>(digit);
  }
}

TEST(Uuid, RefusesAMissingDashAtEachPlace) {
  for (const std::size_t at : {8U, 13U, 18U, 23U}) {
    std::string text(kText);
    text[at] = '0';
    EXPECT_FALSE(Uuid::Parse(text).has_value()) << at;
  }
}

TEST(Uuid, OfVersionSevenHoldsMillisecondsVersionAndVariant) {
  EXPECT_EQ(Uuid::Version7(0x0123456789ABU, TenBytesOf(0x00)).ToString(),
            "01234567-89ab-7000-8000-000000000000");
  EXPECT_EQ(Uuid::Version7(0x0123456789ABU, TenBytesOf(0xFF)).ToString(),
            "01234567-89ab-7fff-bfff-ffffffffffff");
}

RC_GTEST_PROP(Uuid, OfVersionSevenKeepsSeventyFourRandomBits,
              (const std::array<std::uint8_t, 10>& random)) {
  const Uuid::Bytes bytes = Uuid::Version7(0, random).bytes();
  for (std::size_t at = 0; at < random.size(); ++at) {
    const unsigned kept = at == 0 ? 0x0FU : at == 2 ? 0x3FU : 0xFFU;
    RC_ASSERT((bytes[6 + at] & kept) == (random[at] & kept));
  }
  RC_ASSERT((bytes[6] >> 4U) == 7);
  RC_ASSERT((bytes[8] >> 6U) == 2);
}

RC_GTEST_PROP(Uuid, OfVersionSevenIsOrderedByTime, (const std::array<std::uint8_t, 10>& random)) {
  const auto earlier = *rc::gen::inRange<std::uint64_t>(0, 0xFFFFFFFFFFFE);
  RC_ASSERT(Uuid::Version7(earlier, random) < Uuid::Version7(earlier + 1, TenBytesOf(0)));
}

TEST(Uuid, IsNilOnlyWhenEveryByteIsZero) {
  EXPECT_TRUE(Uuid().IsNil());
  EXPECT_EQ(Uuid().ToString(), "00000000-0000-0000-0000-000000000000");
  for (std::size_t at = 0; at < 16; ++at) {
    Uuid::Bytes bytes{};
    bytes[at] = 1;
    EXPECT_FALSE(Uuid(bytes).IsNil()) << at;
  }
}

TEST(Id, OfOneKindNeverStandsForAnother) {
  static_assert(!std::is_convertible_v<DebtId, DebtorId>);
  static_assert(!std::is_constructible_v<DebtId, DebtorId>);
  static_assert(!std::is_assignable_v<DebtId&, DebtorId>);
  static_assert(!std::equality_comparable_with<DebtId, DebtorId>);
  static_assert(!std::is_convertible_v<Uuid, DebtId>);
  static_assert(std::totally_ordered<DebtId>);
}

TEST(Id, IsReadAndWrittenLikeItsUuid) {
  const auto id = DebtId::Parse(kText);
  ASSERT_TRUE(id.has_value());
  EXPECT_EQ(id->ToString(), kText);
  EXPECT_EQ(id->uuid(), Uuid::Parse(kText));
  EXPECT_FALSE(id->IsNil());
  EXPECT_TRUE(DebtId().IsNil());
  EXPECT_FALSE(DebtId::Parse("debts/1").has_value());
}

TEST(Id, IsAKeyOfHashedSets) {
  const absl::flat_hash_set<DebtId> ids = {*DebtId::Parse(kText), *DebtId::Parse(kText), DebtId()};
  EXPECT_EQ(ids.size(), 2U);
  EXPECT_TRUE(ids.contains(*DebtId::Parse(kText)));
}

}  // namespace
}  // namespace parley
