// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_PLAN_SCHEDULE_H_
#define PARLEY_DOMAIN_PLAN_SCHEDULE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/common/rate.h"
#include "domain/communication/vocabulary.h"
#include "domain/debt/bucket.h"
#include "domain/plan/rhythm.h"

namespace parley {

// Which of the equal instalments takes the minor units that cannot be shared evenly. The numbers
// are stored and never change.
enum class Remainder : std::uint8_t { kLast = 1, kFirst = 2 };

template <>
std::span<const std::string_view> WordsOf<Remainder>();

// No schedule has more instalments: 30 years by the week.
inline constexpr int kMostInstalments = 1'600;

// How a debt is paid off.
struct ScheduleTerms {
  Day start;  // The first day that bears interest is the one after it.
  Rhythm rhythm;
  std::optional<std::int64_t> first;  // The first instalment, where it differs; minor units.
  Rate rate;                          // Simple, on the principal; 0 for none.
  AllocationOrder order = kDefaultAllocationOrder;
  Remainder remainder = Remainder::kLast;

  friend bool operator==(const ScheduleTerms&, const ScheduleTerms&) = default;
};

// What is asked for: so much each time, so many times, or all by a day.
struct ByAmount {
  std::int64_t minor_units = 0;
};
struct ByCount {
  int instalments = 0;
};
struct ByEnd {
  Day last;  // No instalment is due later.
};
using ScheduleRequest = std::variant<ByAmount, ByCount, ByEnd>;

struct Instalment {
  Day nominal;  // As the rhythm names it.
  Day due;      // After rolling.
  std::int64_t amount = 0;
  std::int64_t interest = 0;  // Posted since the one before.
  std::int64_t left = 0;      // Still owed after it.

  friend bool operator==(const Instalment&, const Instalment&) = default;
};

// What a person pays, and when. The amounts sum to what was owed and the interest; the last one
// leaves nothing.
struct Schedule {
  std::vector<Instalment> instalments;
  std::int64_t total = 0;
  std::int64_t interest = 0;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

// Interest runs by the ledger's rule (design of interest: each day after `start` bears interest on
// the principal as it stood at the end of the day before; the exact total is rounded half to even
// when it is posted). It is posted on each due day, before the instalment that falls on that day is
// allocated.
//
// With ByAmount all instalments are equal but the last, which is what is left and never more. With
// ByCount and ByEnd the largest amount is taken with which the last is not smaller than the others;
// what the last has beyond it is the remainder. Where the first of them takes the remainder, it is
// the least with which the last is not above the others: what is paid early bears no interest, so
// that less may do. Where that would leave nothing for the last one, the last takes it all the
// same. A first instalment that the terms name is none of the equal ones.
//
// Errors: FIELD_INVALID, at `balance`, `terms.…` or `request.…`: nothing owed, a first instalment
// above what is owed, an instalment that interest eats up, more instalments than kMostInstalments
// or than there are minor units, an end before the first due day, a due day beyond kLastYear, a
// rhythm that is unsound; BALANCE_OUT_OF_RANGE.
absl::StatusOr<Schedule> MakeSchedule(const Buckets& owed, const ScheduleTerms& terms,
                                      const ScheduleRequest& request);

}  // namespace parley

#endif  // PARLEY_DOMAIN_PLAN_SCHEDULE_H_
