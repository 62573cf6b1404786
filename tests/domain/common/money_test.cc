// SPDX-License-Identifier: Apache-2.0
#include "domain/common/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <variant>

namespace parley {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

Currency Named(const char* code) { return *Currency::Find(code); }

// The minor units that a text is read as; a fault fails the test.
std::int64_t UnitsOf(const std::string& text, const char* code) {
  const auto read = ParseDecimalMoney(text, Named(code));
  if (const Money* money = std::get_if<Money>(&read)) {
    EXPECT_EQ(money->currency(), Named(code));
    return money->minor_units();
  }
  ADD_FAILURE() << text << " " << code << ": " << RowOf(std::get<Fault>(read)).name;
  return 0;
}

// The name of the fault that a text is refused with, or the empty text.
std::string FaultOf(const std::string& text, const char* code) {
  const auto read = ParseDecimalMoney(text, Named(code));
  const Fault* fault = std::get_if<Fault>(&read);
  return fault == nullptr ? "" : std::string(RowOf(*fault).name);
}

TEST(Money, IsWrittenWithTheDecimalsOfItsCurrency) {
  EXPECT_EQ(Money(-123450, Named("EUR")).ToDecimal(), "-1234.50");
  EXPECT_EQ(Money(689, Named("JPY")).ToDecimal(), "689");
  EXPECT_EQ(Money(-689, Named("JPY")).ToDecimal(), "-689");
  EXPECT_EQ(Money(1500, Named("KWD")).ToDecimal(), "1.500");
  EXPECT_EQ(Money(1500, Named("CLF")).ToDecimal(), "0.1500");
}

TEST(Money, IsWrittenWithADigitBeforeThePoint) {
  EXPECT_EQ(Money(0, Named("EUR")).ToDecimal(), "0.00");
  EXPECT_EQ(Money(0, Named("JPY")).ToDecimal(), "0");
  EXPECT_EQ(Money(5, Named("EUR")).ToDecimal(), "0.05");
  EXPECT_EQ(Money(-5, Named("EUR")).ToDecimal(), "-0.05");
  EXPECT_EQ(Money(99, Named("EUR")).ToDecimal(), "0.99");
  EXPECT_EQ(Money(100, Named("EUR")).ToDecimal(), "1.00");
  EXPECT_EQ(Money(-1, Named("CLF")).ToDecimal(), "-0.0001");
}

TEST(Money, IsWrittenAtTheEdgesOf64Bits) {
  EXPECT_EQ(Money(kMost, Named("EUR")).ToDecimal(), "92233720368547758.07");
  EXPECT_EQ(Money(kLeast, Named("EUR")).ToDecimal(), "-92233720368547758.08");
  EXPECT_EQ(Money(kLeast, Named("JPY")).ToDecimal(), "-9223372036854775808");
}

TEST(Money, IsTheSameOnlyInTheSameCurrency) {
  EXPECT_EQ(Money(1, Named("EUR")), Money(1, Named("EUR")));
  EXPECT_NE(Money(1, Named("EUR")), Money(2, Named("EUR")));
  EXPECT_NE(Money(1, Named("EUR")), Money(1, Named("USD")));
}

RC_GTEST_PROP(ParseDecimalMoney, ReadsBackWhatIsWritten, ()) {
  const auto units = *rc::gen::weightedOneOf<std::int64_t>(
      {{3, rc::gen::arbitrary<std::int64_t>()},
       {2, rc::gen::inRange<std::int64_t>(kLeast, kMost)},
       {1, rc::gen::element(kLeast, kLeast + 1, kMost, kMost - 1, std::int64_t{0})}});
  const std::string code = *rc::gen::element<std::string>("JPY", "EUR", "KWD", "CLF");
  const Money money(units, Named(code.c_str()));
  const auto read = ParseDecimalMoney(money.ToDecimal(), money.currency());
  RC_ASSERT(std::holds_alternative<Money>(read));
  RC_ASSERT(std::get<Money>(read) == money);
}

TEST(ParseDecimalMoney, FillsUpMissingDecimals) {
  EXPECT_EQ(UnitsOf("12", "EUR"), 1200);
  EXPECT_EQ(UnitsOf("12.3", "EUR"), 1230);
  EXPECT_EQ(UnitsOf("12.34", "EUR"), 1234);
  EXPECT_EQ(UnitsOf("12.3", "KWD"), 12300);
  EXPECT_EQ(UnitsOf("12.3", "CLF"), 123000);
  EXPECT_EQ(UnitsOf("-0.05", "EUR"), -5);
  EXPECT_EQ(UnitsOf("-12", "JPY"), -12);
}

TEST(ParseDecimalMoney, TakesZerosBeyondTheDecimals) {
  EXPECT_EQ(UnitsOf("689.00", "JPY"), 689);
  EXPECT_EQ(UnitsOf("689.0", "JPY"), 689);
  EXPECT_EQ(UnitsOf("1.500", "EUR"), 150);
  EXPECT_EQ(UnitsOf("1.5000000", "KWD"), 1500);
  EXPECT_EQ(UnitsOf("1.00000000000000000000000000000000000000000000", "EUR"), 100);
}

TEST(ParseDecimalMoney, TakesZerosInFront) {
  EXPECT_EQ(UnitsOf("007", "JPY"), 7);
  EXPECT_EQ(UnitsOf("-00.10", "EUR"), -10);
  EXPECT_EQ(UnitsOf("00000000000000000000000000000000000000000000001.00", "EUR"), 100);
}

TEST(ParseDecimalMoney, ReadsMinusZeroAsZero) {
  EXPECT_EQ(UnitsOf("-0", "EUR"), 0);
  EXPECT_EQ(UnitsOf("-0.00", "EUR"), 0);
  EXPECT_EQ(UnitsOf("0", "JPY"), 0);
}

TEST(ParseDecimalMoney, RefusesMoreDecimalsThanTheCurrencyHas) {
  EXPECT_EQ(FaultOf("1.005", "EUR"), "AMOUNT_TOO_PRECISE");
  EXPECT_EQ(FaultOf("1.001000", "EUR"), "AMOUNT_TOO_PRECISE");
  EXPECT_EQ(FaultOf("689.5", "JPY"), "AMOUNT_TOO_PRECISE");
  EXPECT_EQ(FaultOf("-0.0001", "KWD"), "AMOUNT_TOO_PRECISE");
  EXPECT_EQ(FaultOf("0.00001", "CLF"), "AMOUNT_TOO_PRECISE");
}

TEST(ParseDecimalMoney, RefusesEveryOtherForm) {
  for (const char* text :
       {"",      "-",   "+1",    "--1",  "1-",    "1e3",      "1E3",         ".5",       "-.5",
        "5.",    "5.-", ".",     "-.",   "1.2.3", "1..2",     "1,5",         "1,000.00", "1_000",
        " 1",    "1 ",  "1 000", "\t1",  "1\n",   "0x10",     "NaN",         "inf",      "EUR 1",
        "1 EUR", "1/2", "1:2",   "1.5/", "1.5:",  "\xD9\xA1", "\xEF\xBC\x91"}) {
    EXPECT_EQ(FaultOf(text, "EUR"), "MALFORMED") << '[' << text << ']';
  }
  EXPECT_EQ(FaultOf(std::string("1\0", 2), "EUR"), "MALFORMED");
  EXPECT_EQ(FaultOf(std::string(100, 'x'), "EUR"), "MALFORMED");
}

TEST(ParseDecimalMoney, EndsAtTheEdgesOf64Bits) {
  EXPECT_EQ(UnitsOf("9223372036854775807", "JPY"), kMost);
  EXPECT_EQ(UnitsOf("-9223372036854775808", "JPY"), kLeast);
  EXPECT_EQ(UnitsOf("92233720368547758.07", "EUR"), kMost);
  EXPECT_EQ(UnitsOf("-92233720368547758.08", "EUR"), kLeast);
  EXPECT_EQ(FaultOf("9223372036854775808", "JPY"), "AMOUNT_OUT_OF_RANGE");
  EXPECT_EQ(FaultOf("-9223372036854775809", "JPY"), "AMOUNT_OUT_OF_RANGE");
  EXPECT_EQ(FaultOf("92233720368547758.08", "EUR"), "AMOUNT_OUT_OF_RANGE");
  EXPECT_EQ(FaultOf("922337203685477581", "EUR"), "AMOUNT_OUT_OF_RANGE");
}

TEST(ParseDecimalMoney, RefusesWhatTwiceWrapsBackIntoRange) {
  EXPECT_EQ(FaultOf("18446744073709551616", "JPY"), "AMOUNT_OUT_OF_RANGE");
  EXPECT_EQ(FaultOf("340282366920938463463374607431768211457", "JPY"), "AMOUNT_OUT_OF_RANGE");
  EXPECT_EQ(FaultOf(std::string(1000, '9'), "JPY"), "AMOUNT_OUT_OF_RANGE");
}

TEST(CheckedAdd, RefusesWhatDoesNotFit64Bits) {
  EXPECT_EQ(CheckedAdd(2, -3), -1);
  EXPECT_EQ(CheckedAdd(kMost, kLeast), -1);
  EXPECT_EQ(CheckedAdd(kMost - 1, 1), kMost);
  EXPECT_EQ(CheckedAdd(kMost, 1), std::nullopt);
  EXPECT_EQ(CheckedAdd(kLeast + 1, -1), kLeast);
  EXPECT_EQ(CheckedAdd(kLeast, -1), std::nullopt);
}

}  // namespace
}  // namespace parley
