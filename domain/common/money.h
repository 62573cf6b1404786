// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_MONEY_H_
#define PARLEY_DOMAIN_COMMON_MONEY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/common/currency.h"
#include "domain/common/violations.h"

namespace parley {

// A count of a currency's minor units. It is exact: there is no floating point on any money path,
// and what does not fit 64 bits is refused, never wrapped.
class Money {
 public:
  Money(std::int64_t minor_units, Currency currency)
      : minor_units_(minor_units), currency_(currency) {}

  std::int64_t minor_units() const { return minor_units_; }
  Currency currency() const { return currency_; }

  // "-1234.50", with the currency's own number of decimals and a point; no grouping, no code.
  std::string ToDecimal() const;

  friend bool operator==(const Money&, const Money&) = default;

 private:
  std::int64_t minor_units_;
  Currency currency_;
};

// Reads a decimal text such as "-1234.5": an optional minus, digits, at most as many decimals as
// the currency has (zeros beyond them are fine: "689.00" JPY is 689). Faults: kMalformed,
// kAmountTooPrecise, kAmountOutOfRange.
std::variant<Money, Fault> ParseDecimalMoney(std::string_view text, Currency currency);

// Sums and differences of minor units; none when the result does not fit 64 bits.
std::optional<std::int64_t> CheckedAdd(std::int64_t left, std::int64_t right);
std::optional<std::int64_t> CheckedSubtract(std::int64_t left, std::int64_t right);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_MONEY_H_
