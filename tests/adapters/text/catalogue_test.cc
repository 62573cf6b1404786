// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <thread>
#include <vector>

#include "adapters/text/direction.h"

namespace parley::text {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kEnglish =
    R"({"paid": "{amount} on {day}", "days": "{days, plural, one {# day} other {# days}}",
        "who": "{kind, select, bank {a bank} other {somebody}} has {name}", "exact": "{number}"})";
constexpr std::string_view kSpanish =
    R"({"paid": "{amount} el {day}", "days": "{days, plural, one {# día} other {# días}}",
        "who": "{kind, select, bank {un banco} other {alguien}} tiene {name}",
        "exact": "{number}"})";

std::unique_ptr<Catalogue> TwoLanguages() {
  const std::vector<BuiltIn> files = {
      {"en", kEnglish}, {"es", kSpanish}, {"fr", kEnglish}, {"de", kEnglish}};
  return *Catalogue::Load(files);
}

Money Of(std::int64_t minor_units, std::string_view currency) {
  return {minor_units, *Currency::Find(currency)};
}

std::string Tell(const Catalogue& words, std::string_view language, const Money& money) {
  return words.In(language).Say("exact", {{"number", money}});
}

std::string FaultsOf(std::string_view english, std::string_view spanish) {
  const std::vector<BuiltIn> files = {{"en", english}, {"es", spanish}};
  return std::string(Catalogue::Load(files).status().message());
}

TEST(Catalogue, IsSoundAsBuiltIn) {
  const auto words = Catalogue::Load();
  ASSERT_TRUE(words.ok()) << words.status();
  EXPECT_THAT((*words)->Languages(), ::testing::ElementsAre("de", "en", "es", "fr"));
}

TEST(Catalogue, FillsInEveryArgumentOfEverySentence) {
  const auto words = *Catalogue::Load();
  for (const std::string& language : words->Languages()) {
    for (const auto& [key, message] : words->Of(language)) {
      WordArguments arguments;
      for (const std::string& name : message.names()) {
        arguments.push_back({name, std::int64_t{2}});
      }
      const std::string text = words->In(language).Say(key, arguments);
      EXPECT_THAT(text, ::testing::Not(IsEmpty())) << language << " " << key;
      EXPECT_EQ(text.find('{'), std::string::npos) << language << " " << text;
      EXPECT_NE(text, key) << language;
    }
  }
}

TEST(Catalogue, TellsAmountsWithTheDecimalsOfTheirCurrencyAndTheMarksOfTheLanguage) {
  const auto words = TwoLanguages();
  EXPECT_EQ(Tell(*words, "en", Of(123456789, "EUR")), "€1,234,567.89");
  EXPECT_EQ(Tell(*words, "de", Of(123456789, "EUR")), "1.234.567,89\u00a0€");
  EXPECT_EQ(Tell(*words, "es", Of(123456789, "EUR")), "1.234.567,89\u00a0€");
  EXPECT_EQ(Tell(*words, "fr", Of(123456789, "EUR")), "1\u202f234\u202f567,89\u00a0€");
  EXPECT_EQ(Tell(*words, "en", Of(1234, "JPY")), "JP¥1,234");
  EXPECT_EQ(Tell(*words, "en", Of(1234567, "KWD")), "KWD\u00a01,234.567");
  EXPECT_EQ(Tell(*words, "en", Of(12345, "CLF")), "CLF\u00a01.2345");
  EXPECT_EQ(Tell(*words, "en", Of(-5, "EUR")), "-€0.05");
}

TEST(Catalogue, TellsTheDecimalsOfOurTableWhereIcuHasOthers) {
  const auto words = TwoLanguages();
  EXPECT_EQ(Tell(*words, "en", Of(1234567, "IQD")), "IQD\u00a01,234.567");
  EXPECT_EQ(Tell(*words, "en", Of(1234567, "RSD")), "RSD\u00a012,345.67");
}

TEST(Catalogue, TellsTheLargestAmountsToTheLastDigit) {
  const auto words = TwoLanguages();
  EXPECT_EQ(Tell(*words, "en", Of(3'999'999'999'999'999'999, "EUR")), "€39,999,999,999,999,999.99");
  EXPECT_EQ(words->In("de").Say("exact", {{"number", ExactNumber{"9007199254740993.000001"}}}),
            "9.007.199.254.740.993,000001");
}

TEST(Catalogue, TellsExactAmountsWithTheDecimalsTheyHave) {
  const auto words = TwoLanguages();
  const ExactAmount amount{"4.2460", *Currency::Find("EUR")};
  EXPECT_EQ(words->In("en").Say("exact", {{"number", amount}}), "€4.2460");
  EXPECT_EQ(words->In("de").Say("exact", {{"number", amount}}), "4,2460\u00a0€");
}

TEST(Catalogue, TellsDaysInWords) {
  const auto words = TwoLanguages();
  const auto told = [&](std::string_view language, Day day) {
    return words->In(language).Say("exact", {{"number", day}});
  };
  EXPECT_EQ(told("en", Day(2024, 2, 29)), "29\u00a0February\u00a02024");
  EXPECT_EQ(told("en-US", Day(2024, 2, 29)), "February\u00a029,\u00a02024");
  EXPECT_EQ(told("es", Day(2026, 3, 1)), "1\u00a0de\u00a0marzo\u00a0de\u00a02026");
  EXPECT_EQ(told("de", Day(2026, 3, 1)), "1.\u00a0März\u00a02026");
  EXPECT_EQ(told("fr", Day(2026, 3, 1)), "1er\u00a0mars\u00a02026");
  EXPECT_EQ(told("fr", Day(2026, 3, 11)), "11\u00a0mars\u00a02026");
  EXPECT_EQ(told("en", Day(1900, 1, 1)), "1\u00a0January\u00a01900");
  EXPECT_EQ(told("en", Day(9999, 12, 31)), "31\u00a0December\u00a09999");
}

TEST(Catalogue, ChoosesThePluralAndTheVariant) {
  const auto words = TwoLanguages();
  EXPECT_EQ(words->In("es").Say("days", {{"days", std::int64_t{1}}}), "1 día");
  EXPECT_EQ(words->In("es").Say("days", {{"days", std::int64_t{31}}}), "31 días");
  EXPECT_EQ(words->In("en").Say("days", {{"days", std::int64_t{12345}}}), "12,345 days");
  EXPECT_EQ(words->In("es").Say("who", {{"kind", "bank"}, {"name", "x"}}), "un banco tiene x");
  EXPECT_EQ(words->In("en").Say("who", {{"kind", "?"}, {"name", "x"}}), "somebody has x");
}

TEST(Catalogue, FallsBackFromRegionToLanguageToEnglish) {
  const auto words = TwoLanguages();
  EXPECT_EQ(words->In("es-MX").Say("days", {{"days", std::int64_t{12345}}}), "12,345 días");
  EXPECT_EQ(words->In("es-MX").language_code(), "es-MX");
  EXPECT_EQ(words->In("es-ZZ").language_code(), "es");
  for (const std::string_view unknown : {"", "nl", "x", "not a language", "zh-Hans-CN"}) {
    EXPECT_EQ(words->In(unknown).language_code(), "en") << unknown;
  }
  EXPECT_EQ(words->In("en-GB").language_code(), "en-GB");
}

TEST(Catalogue, ShowsWhatIsMissing) {
  const auto words = TwoLanguages();
  EXPECT_EQ(words->In("en").Say("no.such.key"), "no.such.key");
  EXPECT_EQ(words->In("en").Say("paid", {{"day", Day(2026, 1, 2)}}),
            "{amount} on 2\u00a0January\u00a02026");
}

TEST(Catalogue, TakesTextAsItStands) {
  const auto words = TwoLanguages();
  EXPECT_EQ(words->In("en").Say("exact", {{"number", "{name} 'quoted' {"}}), "{name} 'quoted' {");
}

TEST(Catalogue, IsRefusedWhenLanguagesDiffer) {
  EXPECT_THAT(FaultsOf(R"({"a": "x", "b": "y"})", R"({"a": "x"})"),
              HasSubstr("es: b: it is in en only"));
  EXPECT_THAT(FaultsOf(R"({"a": "x"})", R"({"a": "x", "b": "y"})"),
              HasSubstr("en: b: it is in es only"));
  EXPECT_THAT(FaultsOf(R"({"a": "{x}"})", R"({"a": "{y}"})"),
              HasSubstr("es: a: other arguments than in en"));
}

TEST(Catalogue, IsRefusedWhenAFileIsBroken) {
  EXPECT_THAT(FaultsOf(R"({"a": "x"})", "{"), HasSubstr("es: no JSON object"));
  EXPECT_THAT(FaultsOf(R"({"a": "x"})", R"({"a": 1})"), HasSubstr("es: a: no text"));
  EXPECT_THAT(FaultsOf(R"({"a": "x"})", R"({"a": "x", "a": "y"})"),
              HasSubstr("es: \"a\" is there twice"));
  EXPECT_THAT(FaultsOf(R"({"a": "{x"})", R"({"a": "{x}"})"), HasSubstr("en: a: U_"));
  EXPECT_THAT(FaultsOf(R"({"a": "{x, number}"})", R"({"a": "{x}"})"),
              HasSubstr("en: a: {x} says how it is to be formatted"));
  EXPECT_THAT(FaultsOf(R"({"a": "l'{x}"})", R"({"a": "{x}"})"),
              HasSubstr("en: a: a straight apostrophe"));
  EXPECT_THAT(FaultsOf(R"({"a": "{0}"})", R"({"a": "{x}"})"),
              HasSubstr("en: a: an argument has a number for a name"));
  const std::vector<BuiltIn> spanish = {{"es", "{}"}};
  EXPECT_EQ(Catalogue::Load(spanish).status().message(), "there is no en");
}

TEST(Catalogue, SpeaksToManyThreadsAtOnce) {
  const auto words = TwoLanguages();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (std::int64_t i = 0; i < 500; ++i) {
        const std::string_view language = i % 2 == 0 ? "es-MX" : "en";
        const auto text = words->In(language).Say("days", {{"days", i % 2 + 1}});
        EXPECT_EQ(text, i % 2 == 0 ? "1 día" : "2 days");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(SetApart, KeepsATextFromTurningItsNeighboursAround) {
  EXPECT_EQ(SetApart("Zoë Erfunden"), "Zoë Erfunden");
  EXPECT_EQ(SetApart("a\u202eb\u2066c\u2069d"), "abcd");
  EXPECT_EQ(SetApart("\u05d0\u05d1"), "\u2068\u05d0\u05d1\u2069");
}

}  // namespace
}  // namespace parley::text
