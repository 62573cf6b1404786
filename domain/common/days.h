// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_DAYS_H_
#define PARLEY_DOMAIN_COMMON_DAYS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace parley {

// A debtor's civil day. Instants are absl::Time, in whole microseconds of UTC.
using Day = absl::CivilDay;

// The days on which the ledger works: 1900-01-01 to 9999-12-31.
inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 9999;

// Reads "2026-11-22" exactly; none for another form, a day that the month lacks, or a year
// outside kFirstYear to kLastYear.
std::optional<Day> ParseDay(std::string_view text);

// "2026-11-22".
std::string FormatDay(Day day);

// Days since 1970-01-01; what stores keep and compare.
std::int64_t DayNumber(Day day);

// Both ends belong to it.
struct Period {
  Day from;
  Day to;

  bool Contains(Day day) const { return from <= day && day <= to; }
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_DAYS_H_
