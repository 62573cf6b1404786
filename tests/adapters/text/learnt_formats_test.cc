// SPDX-License-Identifier: Apache-2.0
// What is learnt from ICU is what ICU writes, in every region of our languages.
#include "adapters/text/learnt_formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/currunit.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <random>
#include <span>

#include "adapters/text/locale_formats.h"

namespace parley::text {
namespace {

constexpr int kDecimals = 2;

std::string ByIcu(const icu::number::LocalizedNumberFormatter& formatter, std::string_view digits) {
  UErrorCode error = U_ZERO_ERROR;
  std::string out;
  formatter.formatDecimal(icu::StringPiece(digits), error).toString(error).toUTF8String(out);
  return out;
}

std::vector<icu::Locale> Regions() {
  std::int32_t count = 0;
  const icu::Locale* known = icu::Locale::getAvailableLocales(count);
  std::vector<icu::Locale> regions;
  for (const icu::Locale& locale : std::span(known, static_cast<std::size_t>(count))) {
    const std::string_view language = locale.getLanguage();
    if (language == "en" || language == "es" || language == "fr" || language == "de") {
      regions.push_back(locale);
    }
  }
  return regions;
}

TEST(LearntNumbers, AreWhatIcuWritesInEveryRegion) {
  std::mt19937_64 random(4711);
  std::size_t learnt_regions = 0;
  const std::vector<icu::Locale> regions = Regions();
  for (const icu::Locale& region : regions) {
    UErrorCode error = U_ZERO_ERROR;
    const auto formatter = icu::number::NumberFormatter::withLocale(region)
                               .precision(icu::number::Precision::fixedFraction(kDecimals))
                               .unit(icu::CurrencyUnit(icu::StringPiece("EUR"), error));
    const auto learnt = LearntNumbers::Learn(
        [&](std::string_view digits) { return ByIcu(formatter, digits); }, kDecimals);
    if (!learnt.has_value()) continue;
    ++learnt_regions;
    for (int i = 0; i < 200; ++i) {
      const auto whole = random() >> (random() % 62U + 2U);
      const std::string digits = (random() % 2U == 0 ? "-" : "") + std::to_string(whole) + "." +
                                 std::to_string(10U + random() % 90U);
      ASSERT_EQ(learnt->Write(digits), ByIcu(formatter, digits)) << region.getName();
    }
  }
  EXPECT_GT(learnt_regions, regions.size() - 10);  // India and its like group otherwise.
}

TEST(LearntNumbers, AreNotLearntWhereGroupsAreOfTwo) {
  const auto indian = icu::number::NumberFormatter::withLocale(icu::Locale("en_IN"))
                          .precision(icu::number::Precision::fixedFraction(kDecimals));
  EXPECT_FALSE(LearntNumbers::Learn([&](std::string_view digits) { return ByIcu(indian, digits); },
                                    kDecimals)
                   .has_value());
}

TEST(LearntDays, AreWhatIcuWritesInEveryRegion) {
  std::mt19937 random(4711);
  for (const icu::Locale& region : Regions()) {
    const auto formats = LocaleFormats::For(region);
    ASSERT_TRUE(formats.ok());
    for (int i = 0; i < 60; ++i) {
      const Day day = Day(1900, 1, 1) + static_cast<int>(random() % 2'000'000U);
      const std::string told = (*formats)->Tell(day);
      EXPECT_NE(told.find(std::to_string(day.day())), std::string::npos) << region.getName();
      EXPECT_NE(told.find(std::to_string(day.year())), std::string::npos) << told;
    }
  }
}

}  // namespace
}  // namespace parley::text
