// SPDX-License-Identifier: Apache-2.0
#include "domain/common/money.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "absl/numeric/int128.h"

namespace parley {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool AllDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), IsDigit); }

bool FitsInt64(absl::int128 value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

struct DecimalParts {
  bool negative;
  std::string_view whole;
  std::string_view fraction;
};

std::optional<DecimalParts> Split(std::string_view text) {
  DecimalParts parts{!text.empty() && text.front() == '-', text, {}};
  if (parts.negative) parts.whole.remove_prefix(1);
  const std::size_t point = parts.whole.find('.');
  if (point != std::string_view::npos) {
    parts.fraction = parts.whole.substr(point + 1);
    parts.whole = parts.whole.substr(0, point);
    if (parts.fraction.empty()) return std::nullopt;
  }
  if (parts.whole.empty() || !AllDigits(parts.whole) || !AllDigits(parts.fraction)) {
    return std::nullopt;
  }
  return parts;
}

}  // namespace

std::string Money::ToDecimal() const {
  const bool negative = minor_units_ < 0;
  const auto decimals = static_cast<std::size_t>(currency_.decimals());
  absl::int128 magnitude = minor_units_;
  if (negative) magnitude = -magnitude;
  std::string digits = std::to_string(static_cast<std::uint64_t>(magnitude));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  if (negative) digits.insert(0, 1, '-');
  return digits;
}

std::variant<Money, Fault> ParseDecimalMoney(std::string_view text, Currency currency) {
  std::optional<DecimalParts> parts = Split(text);
  if (!parts.has_value()) return Fault::kMalformed;
  const auto decimals = static_cast<std::size_t>(currency.decimals());
  std::string fraction(parts->fraction);
  while (fraction.size() > decimals && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > decimals) return Fault::kAmountTooPrecise;
  fraction.append(decimals - fraction.size(), '0');
  // Counted down when negative: the least number of 64 bits has no positive twin.
  const int sign = parts->negative ? -1 : 1;
  absl::int128 minor_units = 0;
  for (const char digit : std::string(parts->whole) + fraction) {
    minor_units = minor_units * 10 + sign * (digit - '0');
    if (!FitsInt64(minor_units)) return Fault::kAmountOutOfRange;
  }
  return Money(static_cast<std::int64_t>(minor_units), currency);
}

std::optional<std::int64_t> CheckedAdd(std::int64_t left, std::int64_t right) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
  return sum;
}

std::optional<std::int64_t> CheckedSubtract(std::int64_t left, std::int64_t right) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(left, right, &difference)) return std::nullopt;
  return difference;
}

}  // namespace parley
