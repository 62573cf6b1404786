// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_INTEREST_DETAIL_H_
#define PARLEY_DOMAIN_DEBT_INTEREST_DETAIL_H_

#include <cstdint>
#include <string>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/rate.h"
#include "domain/debt/exact_interest.h"

namespace parley {

// A stretch of days in which neither what bears interest nor its rate changed.
struct InterestPiece {
  Day after;                    // Its first day is the next one.
  Day through;                  // Its last day.
  std::int64_t base = 0;        // Minor units.
  std::int64_t rate_units = 0;  // Of 1e-10 a year.
  CountedDays days;

  friend bool operator==(const InterestPiece&, const InterestPiece&) = default;
};

// How a posting of interest came about, so that a person can check it by hand: each piece is
// base x rate x days over the days of a year; their sum and what was carried over is rounded half
// to even.
struct InterestDetail {
  std::string rule;
  std::int64_t version = 0;
  std::string basis;
  DayCount day_count = DayCount::kAct365F;
  std::vector<InterestPiece> pieces;
  // What the posting before left over by rounding, in millionths of a minor unit; signed.
  std::int64_t carried_millionths = 0;
  std::int64_t topped_up = 0;  // Minor units beyond that, to reach the least for a month.

  friend bool operator==(const InterestDetail&, const InterestDetail&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_INTEREST_DETAIL_H_
