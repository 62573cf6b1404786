// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_EXACT_INTEREST_H_
#define PARLEY_DOMAIN_DEBT_EXACT_INTEREST_H_

#include <cstdint>
#include <optional>

#include "absl/numeric/int128.h"
#include "domain/common/days.h"
#include "domain/common/rate.h"

namespace parley {

// The days of a stretch of time as a convention counts them, by the length of the year that each
// belongs to: ACT/ACT ISDA tells leap years apart, every other convention has one length.
struct CountedDays {
  std::int64_t common = 0;  // Over CommonYear(convention).
  std::int64_t leap = 0;    // Over 366.

  friend bool operator==(const CountedDays&, const CountedDays&) = default;
};

// Counts the days after `after` up to and including `through`; none when `through` is not later.
//   ACT/365F, ACT/360: each day is one.
//   ACT/ACT ISDA (2006 ISDA Definitions 4.16(b)): each day belongs to the year that it lies in.
//   30/360 US (SIFMA): months have 30 days; the 31st counts as the 30th when the first day is the
//   30th or 31st, and February's last day counts as the 30th when the first day is one.
CountedDays CountDays(DayCount convention, Day after, Day through);

// 360 or 365.
int CommonYear(DayCount convention);

// 1,000 % a year: what it bears on the largest balance over all days of the calendar fits 128 bits.
inline constexpr std::int64_t kHighestRate = 10 * Rate::kUnitsPerOne;

// Interest in minor units, exactly: a sum of base x rate x days over the days of a year. It is
// rounded once, when it is posted or shown.
class ExactInterest {
 public:
  // What it is kept as: two sums of base x rate x days, in minor units x 1e-10 a year x days, of
  // the days over CommonYear(convention) and of those over 366. Neither is below zero.
  struct Numerators {
    absl::int128 common = 0;
    absl::int128 leap = 0;

    friend bool operator==(const Numerators&, const Numerators&) = default;
  };

  explicit ExactInterest(DayCount convention) : convention_(convention) {}
  ExactInterest(DayCount convention, const Numerators& numerators)
      : convention_(convention), sums_(numerators) {}

  DayCount convention() const { return convention_; }
  const Numerators& numerators() const { return sums_; }

  // Adds what `base` minor units (0 to kLargestBalance) bear at `rate_units` (1e-10 a year, 0 to
  // kHighestRate) over these days. False, and nothing added, when the sum would not fit.
  [[nodiscard]] bool Add(std::int64_t base, std::int64_t rate_units, CountedDays days);

  // Half to even; none when it does not fit 64 bits.
  std::optional<std::int64_t> Rounded() const;

  // What it is beyond so many minor units, in millionths of one, rounded down: for telling. What is
  // beyond 64 bits is told as the most that they hold.
  std::int64_t MillionthsBeyond(std::int64_t minor_units) const;

  friend bool operator==(const ExactInterest&, const ExactInterest&) = default;

 private:
  // whole + left / divisor.
  struct Parts {
    absl::int128 whole;
    absl::int128 left;
    absl::int128 divisor;
  };
  Parts Split() const;

  DayCount convention_;
  Numerators sums_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_EXACT_INTEREST_H_
