// SPDX-License-Identifier: Apache-2.0
#include "domain/language/grammar.h"

#include <algorithm>
#include <array>
#include <span>

namespace parley::language {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 11> kEnglishClauses = {
    "but",   "otherwise", "however", "because", "so",     "then",
    "until", "although",  "else",    "yet",     "whereas"};
constexpr std::array<std::string_view, 5> kSpanishClauses = {"pero", "sino", "porque", "aunque",
                                                             "entonces"};
constexpr std::array<std::string_view, 6> kFrenchClauses = {"mais",  "sinon",     "car",
                                                            "parce", "cependant", "alors"};
constexpr std::array<std::string_view, 8> kGermanClauses = {
    "aber", "sonst", "sondern", "denn", "andernfalls", "ansonsten", "weil", "jedoch"};

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"mr",   "mrs",  "ms",     "dr",   "st",  "nr",  "no",   "art", "abs",  "sr",   "sra",
     "sres", "srta", "mme",    "mlle", "tel", "av",  "ca",   "bzw", "ggf",  "inkl", "zzgl",
     "vs",   "jr",   "prof",   "ref",  "inc", "ltd", "bspw", "usw", "evtl", "hr",   "fr",
     "str",  "vgl",  "approx", "incl", "num", "pag", "dept", "mo",  "mio"});

constexpr auto kTitles = std::to_array<std::string_view>(
    {"mr",           "mrs", "ms",   "miss",  "mx",     "dr",       "sr",       "sra",
     "srta",         "don", "dona", "senor", "senora", "senorita", "monsieur", "madame",
     "mademoiselle", "mme", "mlle", "herr",  "herrn",  "frau"});

constexpr auto kCurrencies = std::to_array<std::string_view>(
    {"euro",  "euros",  "eur",   "dollar", "dollars", "usd",  "pound", "pounds",
     "gbp",   "quid",   "franc", "francs", "franken", "chf",  "dolar", "dolares",
     "libra", "libras", "peso",  "pesos",  "cents",   "cent", "pence"});

constexpr std::array<std::string_view, 6> kEnglishEndings = {"ll", "re", "ve", "s", "d", "m"};
constexpr std::array<std::string_view, 5> kFrenchHeads = {"qu", "jusqu", "lorsqu", "puisqu",
                                                          "quoiqu"};

bool Holds(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool BeginsClause(LanguageCode language, std::string_view folded_word) {
  switch (language) {
    case LanguageCode::kEnglish:
      return Holds(kEnglishClauses, folded_word);
    case LanguageCode::kSpanish:
      return Holds(kSpanishClauses, folded_word);
    case LanguageCode::kFrench:
      return Holds(kFrenchClauses, folded_word);
    case LanguageCode::kGerman:
      return Holds(kGermanClauses, folded_word);
  }
  return false;
}

bool IsAbbreviation(std::string_view folded_word) {
  return folded_word.size() == 1 || Holds(kAbbreviations, folded_word);
}

bool IsTitle(std::string_view folded_word) { return Holds(kTitles, folded_word); }

bool IsCurrency(std::string_view folded_word) { return Holds(kCurrencies, folded_word); }

std::size_t PartsAt(LanguageCode language, std::string_view folded_word) {
  const std::size_t apostrophe = folded_word.find('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return folded_word.size();
  if (language == LanguageCode::kFrench) {
    const std::string_view head = folded_word.substr(0, apostrophe);
    const bool elided = head.size() == 1 || Holds(kFrenchHeads, head);
    return elided ? apostrophe + 1 : folded_word.size();
  }
  if (language == LanguageCode::kEnglish) {
    const std::string_view ending = folded_word.substr(apostrophe + 1);
    return Holds(kEnglishEndings, ending) ? apostrophe : folded_word.size();
  }
  return folded_word.size();
}

}  // namespace parley::language
