// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_INTEREST_METER_H_
#define PARLEY_DOMAIN_DEBT_INTEREST_METER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "domain/common/days.h"
#include "domain/debt/exact_interest.h"
#include "domain/debt/interest_detail.h"
#include "domain/debt/interest_terms.h"

namespace parley {

// Adds up what a debt bears: each day after `interest_from` bears interest on the base as it stood
// at the end of the day before, at the rate in force on it. The days of a stretch without change
// are counted in one, as 30/360 asks.
class InterestMeter {
 public:
  InterestMeter(const InterestTerms& terms, std::span<const Period> freezes);
  // Goes on from a base that is the same since the end of a day, with the interest through it.
  InterestMeter(const InterestTerms& terms, std::span<const Period> freezes, Day base_since,
                std::int64_t base, const ExactInterest& accrued);

  // The base as it stands at the end of `day`, or so far: the last word on a day counts. Days never
  // go back. False when the total would not fit.
  [[nodiscard]] bool BaseIs(Day day, std::int64_t base);

  // All interest since `interest_from`, through the end of `day`, which is not before the last
  // change. None when it does not fit.
  std::optional<ExactInterest> TotalThrough(Day day) const;

  std::int64_t base() const { return changes_.empty() ? 0 : changes_.back().base; }
  // Since when the base is the same.
  Day base_since() const { return changes_.empty() ? interest_from_ : changes_.back().day; }

  // What has accrued through that day.
  ExactInterest accrued() const {
    return changes_.empty() ? ExactInterest(day_count_) : changes_.back().total;
  }

  // What makes up the interest of the days after `after`, through `through`: every stretch that
  // bears any. Together their days are those of the total through `through` less those of the
  // total through `after`.
  std::vector<InterestPiece> PiecesBetween(Day after, Day through) const;

 private:
  // The base from the end of a day on, and the interest through that day.
  struct Change {
    Day day;
    std::int64_t base;
    ExactInterest total;
  };

  // Gives `take` each stretch of one rate that bears interest, until it answers false.
  template <typename Take>
  bool ForEachPiece(Day after, Day through, std::int64_t base, Take take) const;

  DayCount day_count_;
  Day interest_from_;
  std::vector<RateChange> rates_;
  std::vector<Change> changes_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_INTEREST_METER_H_
