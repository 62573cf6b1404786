// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_RATE_H_
#define PARLEY_DOMAIN_COMMON_RATE_H_

#include <compare>
#include <cstdint>
#include <string>

namespace parley {

// How the days of a period become a part of a year. The numbers are stored and never change.
enum class DayCount : std::uint8_t { kAct365F = 1, kAct360 = 2, kActActIsda = 3, k30360Us = 4 };

// A yearly rate in units of 1e-10, with the convention by which its days are counted:
// 4.25 % a year is 425'000'000.
struct Rate {
  static constexpr std::int64_t kUnitsPerOne = 10'000'000'000;

  std::int64_t units = 0;
  DayCount day_count = DayCount::kAct365F;

  friend auto operator<=>(const Rate&, const Rate&) = default;

  // In percent, with no zeros at the end: "4.25".
  std::string ToPercent() const;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_RATE_H_
