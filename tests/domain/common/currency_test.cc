// SPDX-License-Identifier: Apache-2.0
#include "domain/common/currency.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "absl/container/flat_hash_set.h"

namespace parley {
namespace {

// Every text of three upper-case letters that is a currency, by the number of its decimals.
std::map<int, std::set<std::string>> AllByDecimals() {
  std::map<int, std::set<std::string>> found;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) {
        const std::string code = {a, b, c};
        const auto currency = Currency::Find(code);
        if (!currency.has_value()) continue;
        EXPECT_EQ(currency->code(), code);
        found[currency->decimals()].insert(code);
      }
    }
  }
  return found;
}

TEST(Currency, KnowsTheDecimalsOfItsMinorUnit) {
  const std::map<std::string, int> expected = {{"JPY", 0}, {"KRW", 0}, {"CLP", 0}, {"ISK", 0},
                                               {"XOF", 0}, {"EUR", 2}, {"RSD", 2}, {"TWD", 2},
                                               {"MGA", 2}, {"MRU", 2}, {"HUF", 2}, {"KWD", 3},
                                               {"IQD", 3}, {"TND", 3}, {"CLF", 4}, {"UYW", 4}};
  for (const auto& [code, decimals] : expected) {
    const auto currency = Currency::Find(code);
    ASSERT_TRUE(currency.has_value()) << code;
    EXPECT_EQ(currency->decimals(), decimals) << code;
  }
}

TEST(Currency, HasOnlyTheseWithOtherThanTwoDecimals) {
  const std::map<int, std::set<std::string>> all = AllByDecimals();
  EXPECT_EQ(all.at(0),
            (std::set<std::string>{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                   "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"}));
  EXPECT_EQ(all.at(3), (std::set<std::string>{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}));
  EXPECT_EQ(all.at(4), (std::set<std::string>{"CLF", "UYW"}));
  EXPECT_EQ(all.size(), 4U);
  EXPECT_GT(all.at(2).size(), 120U);
}

TEST(Currency, LeavesOutWhatHasNoMinorUnitOrIsWithdrawn) {
  for (const char* code : {"XAU", "XAG", "XPT", "XPD", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC",
                           "XBD", "XTS", "XXX", "DEM", "FRF", "HRK", "LTL", "ZZZ"}) {
    EXPECT_FALSE(Currency::Find(code).has_value()) << code;
  }
}

TEST(Currency, IsFoundByItsExactCodeAlone) {
  for (const char* code : {"", "E", "EU", "EURO", "eur", "Eur", "EUr", " EUR", "EUR ", "EU ", "   ",
                           "UR ", "R G", "\xE2\x82\xAC"}) {
    EXPECT_FALSE(Currency::Find(code).has_value()) << '[' << code << ']';
  }
}

TEST(Currency, IsEqualToItselfAlone) {
  EXPECT_EQ(Currency::Find("EUR"), Currency::Find("EUR"));
  EXPECT_NE(Currency::Find("EUR"), Currency::Find("USD"));
}

TEST(Currency, IsAKeyOfHashedSets) {
  absl::flat_hash_set<Currency> currencies;
  currencies.insert(*Currency::Find("EUR"));
  currencies.insert(*Currency::Find("EUR"));
  currencies.insert(*Currency::Find("JPY"));
  EXPECT_EQ(currencies.size(), 2U);
}

}  // namespace
}  // namespace parley
