// SPDX-License-Identifier: Apache-2.0
#include "domain/common/rate.h"

#include <cstddef>

namespace parley {

std::string Rate::ToPercent() const {
  constexpr std::size_t kPercentDecimals = 8;
  const bool negative = units < 0;
  const std::uint64_t magnitude =
      negative ? 0U - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= kPercentDecimals) {
    digits.insert(0, kPercentDecimals + 1 - digits.size(), '0');
  }
  digits.insert(digits.size() - kPercentDecimals, 1, '.');
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return negative ? "-" + digits : digits;
}

}  // namespace parley
