// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/interest_meter.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace parley {

InterestMeter::InterestMeter(const InterestTerms& terms, std::span<const Period> freezes)
    : day_count_(terms.day_count),
      interest_from_(terms.interest_from),
      rates_(EffectiveRates(terms, freezes)) {}

InterestMeter::InterestMeter(const InterestTerms& terms, std::span<const Period> freezes,
                             Day base_since, std::int64_t base, const ExactInterest& accrued)
    : InterestMeter(terms, freezes) {
  changes_.push_back({base_since, base, accrued});
}

template <typename Take>
bool InterestMeter::ForEachPiece(Day after, Day through, std::int64_t base, Take take) const {
  Day begun = std::max(after, interest_from_);
  auto next = std::upper_bound(rates_.begin(), rates_.end(), begun + 1,
                               [](Day day, const RateChange& change) { return day < change.from; });
  while (begun < through) {
    const Day last = next == rates_.end() ? through : std::min(through, next->from - 1);
    const std::int64_t rate = next == rates_.begin() ? 0 : std::prev(next)->units;
    if (base > 0 && rate > 0 &&
        !take(InterestPiece{begun, last, base, rate, CountDays(day_count_, begun, last)})) {
      return false;
    }
    begun = last;
    if (next != rates_.end()) ++next;
  }
  return true;
}

bool InterestMeter::BaseIs(Day day, std::int64_t base) {
  if (!changes_.empty() && changes_.back().day == day) changes_.pop_back();
  if (base == this->base()) return true;
  const std::optional<ExactInterest> total = TotalThrough(day);
  if (!total.has_value()) return false;
  changes_.push_back({day, base, *total});
  return true;
}

std::optional<ExactInterest> InterestMeter::TotalThrough(Day day) const {
  if (changes_.empty()) return ExactInterest(day_count_);
  const Change& last = changes_.back();
  ExactInterest total = last.total;
  const bool fits = ForEachPiece(last.day, day, last.base, [&](const InterestPiece& piece) {
    return total.Add(piece.base, piece.rate_units, piece.days);
  });
  return fits ? std::optional<ExactInterest>(total) : std::nullopt;
}

std::vector<InterestPiece> InterestMeter::PiecesBetween(Day after, Day through) const {
  std::vector<InterestPiece> pieces;
  for (std::size_t at = 0; at < changes_.size(); ++at) {
    const bool last = at + 1 == changes_.size();
    const Day end = last ? through : std::min(through, changes_[at + 1].day);
    ForEachPiece(changes_[at].day, end, changes_[at].base, [&](InterestPiece piece) {
      if (piece.through <= after) return true;
      if (piece.after < after) {
        const CountedDays before = CountDays(day_count_, piece.after, after);
        piece.days.common -= before.common;
        piece.days.leap -= before.leap;
        piece.after = after;
      }
      pieces.push_back(piece);
      return true;
    });
  }
  return pieces;
}

}  // namespace parley
