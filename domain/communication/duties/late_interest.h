// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_DUTIES_LATE_INTEREST_H_
#define PARLEY_DOMAIN_COMMUNICATION_DUTIES_LATE_INTEREST_H_

#include <cstdint>
#include <optional>
#include <span>

#include "domain/common/days.h"
#include "domain/communication/duty_rules.h"

namespace parley {

// A reference rate a year, in units of 1e-10, for its days.
struct ReferenceRate {
  Period days;
  std::int64_t rate = 0;
};

struct StatutoryInterest {
  std::int64_t days = 0;      // From the day after the due day to the day of payment.
  std::int64_t interest = 0;  // Minor units, rounded once, half to even.
};

// Simple interest on a late payment, each day at the rate in force on it and the law's margin. None
// when no rate covers a day, or the sum leaves 64 bits.
std::optional<StatutoryInterest> InterestOf(const LateInterest& rule, std::int64_t principal,
                                            Period late, std::span<const ReferenceRate> rates,
                                            int days_of_year);

// Simple interest at one rate for so many days.
std::optional<std::int64_t> SimpleInterest(std::int64_t principal, std::int64_t rate,
                                           std::int64_t days, int days_of_year);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_DUTIES_LATE_INTEREST_H_
