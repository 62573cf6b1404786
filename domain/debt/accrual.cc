// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/accrual.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/interest_account.h"

namespace parley {
namespace {

absl::Status OutOfRange() { return Refuse(Reason::kBalanceOutOfRange); }

// What entries that come by value date posted. What reached the least for a month is no part of
// what accrued, so that the meter is asked at each line, which corrections may have taken back.
class InterestPosted {
 public:
  explicit InterestPosted(DayCount convention)
      : accrued_(convention), accrued_before_(convention) {}

  absl::Status Add(const Entry& entry, const InterestMeter& meter) {
    std::int64_t amount = 0;
    for (const Posting& posting : entry.postings) {
      if (posting.account == Account::kInterestEarned) amount -= posting.minor_units;
    }
    if (amount == 0) return absl::OkStatus();
    if (entry.value_date != day_) {
      day_ = entry.value_date;
      on_day_ = 0;
      accrued_before_ = accrued_;
    }
    all_ += amount;
    on_day_ += amount;
    const std::optional<ExactInterest> total = meter.TotalThrough(day_);
    if (!total.has_value()) return OutOfRange();
    accrued_ = on_day_ == 0 ? accrued_before_ : *total;
    return absl::OkStatus();
  }

  std::int64_t all() const { return all_; }
  const ExactInterest& accrued() const { return accrued_; }  // Through the last line.

 private:
  std::int64_t all_ = 0;
  ExactInterest accrued_;
  Day day_ = Day::min();
  std::int64_t on_day_ = 0;
  ExactInterest accrued_before_;
};

std::vector<const Entry*> ByValueDate(std::span<const Entry> journal, Day as_of,
                                      absl::Time known_at) {
  std::vector<const Entry*> entries;
  entries.reserve(journal.size());
  for (const Entry& entry : journal) {
    if (entry.value_date <= as_of && entry.booked_time <= known_at) entries.push_back(&entry);
  }
  const auto counts_before = [](const Entry* left, const Entry* right) {
    return left->value_date < right->value_date;
  };
  // Most journals were booked in the order in which they count.
  if (!std::is_sorted(entries.begin(), entries.end(), counts_before)) {
    std::sort(entries.begin(), entries.end(), counts_before);
  }
  return entries;
}

}  // namespace

absl::StatusOr<std::int64_t> AccruedAsOf(std::span<const Entry> journal, const LedgerRules& rules,
                                         Day as_of, absl::Time known_at) {
  if (!rules.interest.has_value()) return 0;
  InterestMeter meter(*rules.interest, rules.freezes);
  Position position;
  InterestPosted posted(rules.interest->day_count);
  for (const Entry* entry : ByValueDate(journal, as_of, known_at)) {
    const std::optional<Position> sum = Sum(position, EffectOf(entry->postings));
    if (!sum.has_value()) return OutOfRange();
    position = *sum;
    PARLEY_RETURN_IF_ERROR(posted.Add(*entry, meter));
    const std::int64_t base = BaseOf(position, rules.interest->base);
    if (!meter.BaseIs(entry->value_date, base)) return OutOfRange();
  }
  const std::optional<ExactInterest> accrued = meter.TotalThrough(as_of);
  const std::optional<std::int64_t> total =
      accrued.has_value() ? RoundedTotal(*accrued, *rules.interest) : std::nullopt;
  const std::optional<std::int64_t> at_last_line = RoundedTotal(posted.accrued(), *rules.interest);
  if (!total.has_value() || !at_last_line.has_value()) return OutOfRange();
  const std::int64_t room = rules.interest->cap.value_or(kLargestBalance) - posted.all();
  return std::clamp<std::int64_t>(*total - *at_last_line, 0, std::max<std::int64_t>(0, room));
}

}  // namespace parley
