// SPDX-License-Identifier: Apache-2.0
#include "domain/plan/schedule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/debt/exact_interest.h"
#include "domain/debt/position.h"

namespace parley {
namespace {

constexpr auto kRemainderWords = std::to_array<std::string_view>({"", "LAST", "FIRST"});

absl::Status Wrong(const std::string& field, Fault fault) {
  Violations violations;
  violations.Add(field, fault);
  return violations.ToStatus();
}

struct DueDay {
  Day nominal;
  Day due;
  Day before;  // The one before, or the start.
  CountedDays since_before;
};

// A debt that is paid as a schedule says: day by day forward, never back.
class Payer {
 public:
  Payer(const Buckets& owed, const ScheduleTerms& terms)
      : order_(terms.order),
        rate_(terms.rate),
        base_since_(terms.start),
        owed_(owed),
        settled_(terms.rate.day_count),
        accrued_(settled_) {
    for (const Bucket bucket : kBuckets) left_ += owed[bucket];
  }

  std::int64_t left() const { return left_; }

  // Posts what accrued through the end of that day; none where it does not fit.
  std::optional<std::int64_t> PostThrough(const DueDay& day) {
    if (rate_.units == 0) return 0;
    accrued_ = settled_;
    const CountedDays days = base_since_ == day.before
                                 ? day.since_before
                                 : CountDays(rate_.day_count, base_since_, day.due);
    if (!accrued_.Add(owed_[Bucket::kPrincipal], rate_.units, days)) return std::nullopt;
    const std::optional<std::int64_t> rounded = accrued_.Rounded();
    if (!rounded.has_value() || *rounded - posted_ > kLargestBalance - left_) return std::nullopt;
    const std::int64_t fresh = *rounded - posted_;
    posted_ = *rounded;
    owed_[Bucket::kInterest] += fresh;
    left_ += fresh;
    return fresh;
  }

  // Right after PostThrough of the same day.
  void Pay(const DueDay& day, std::int64_t amount) {
    left_ -= amount;
    for (const Bucket bucket : order_) {
      const std::int64_t part = std::min(amount, owed_[bucket]);
      owed_[bucket] -= part;
      amount -= part;
      if (part == 0 || bucket != Bucket::kPrincipal || rate_.units == 0) continue;
      settled_ = accrued_;
      base_since_ = std::max(base_since_, day.due);  // A day may be moved to before the start.
    }
  }

 private:
  AllocationOrder order_;
  Rate rate_;
  Day base_since_;
  Buckets owed_;
  ExactInterest settled_;  // Through base_since_.
  ExactInterest accrued_;  // As last posted.
  std::int64_t posted_ = 0;
  std::int64_t left_ = 0;
};

// The largest whole number from `low` on that is within: `room` of it is not below zero. Each more
// takes `slope` of the room, or a little more, so that a few secants through what is within and
// what is not find it; each fourth step halves what lies between them, whatever the room does.
// None where `room` has no value.
template <typename Room>
std::optional<std::int64_t> LargestWithin(std::int64_t low, int slope, const Room& room) {
  std::int64_t within = low;
  std::int64_t beyond = low;
  std::optional<std::int64_t> spare = room(low);
  std::optional<std::int64_t> short_of = spare;
  while (short_of.has_value() && *short_of >= 0) {
    within = beyond;
    spare = short_of;
    beyond = within + *spare / slope + 1;
    short_of = room(beyond);
  }
  for (int step = 1; short_of.has_value() && within + 1 < beyond; ++step) {
    const std::int64_t width = beyond - within;
    const absl::int128 slack = absl::int128{*spare} * width / (absl::int128{*spare} - *short_of);
    const std::int64_t on_secant = within + static_cast<std::int64_t>(slack);
    const std::int64_t next = step % 4 == 0 ? within + width / 2 : std::max(on_secant, within + 1);
    const std::optional<std::int64_t> found = room(next);
    if (!found.has_value()) return std::nullopt;
    (*found < 0 ? beyond : within) = next;
    (*found < 0 ? short_of : spare) = found;
  }
  return short_of.has_value() ? std::optional(within) : std::nullopt;
}

// Instalments of one debt on the days of its rhythm.
class Scheduler {
 public:
  Scheduler(const Buckets& owed, const ScheduleTerms& terms)
      : owed_(owed), terms_(terms), days_(terms.rhythm) {}

  absl::StatusOr<Schedule> Make(const ByAmount& by) {
    if (by.minor_units <= 0) return Wrong("request.instalment", Fault::kNotPositive);
    Schedule schedule;
    Payer payer(owed_, terms_);
    for (int at = 0; at == 0 || payer.left() > 0; ++at) {
      if (at == kMostInstalments) return Wrong("request.instalment", Fault::kOutOfRange);
      const std::int64_t wanted = at == 0 ? terms_.first.value_or(by.minor_units) : by.minor_units;
      PARLEY_RETURN_IF_ERROR(Add(payer, DayOf(at), wanted, schedule));
    }
    return schedule;
  }

  absl::StatusOr<Schedule> Make(const ByCount& by) {
    if (by.instalments < 1) return Wrong("request.count", Fault::kNotPositive);
    if (by.instalments > kMostInstalments) return Wrong("request.count", Fault::kOutOfRange);
    return Share(by.instalments, "request.count");
  }

  absl::StatusOr<Schedule> Make(const ByEnd& by) {
    int count = 0;
    while (count <= kMostInstalments && DayOf(count).due <= by.last) ++count;
    if (count == 0) return Wrong("request.end_date", Fault::kDateOrder);
    if (count > kMostInstalments) return Wrong("request.end_date", Fault::kOutOfRange);
    return Share(count, "request.end_date");
  }

 private:
  // Of the equal ones, all but the last.
  struct Shares {
    std::int64_t first = 0;  // With the remainder where it takes it.
    std::int64_t each = 0;
  };

  const DueDay& DayOf(int at) {
    while (static_cast<std::size_t>(at) >= known_.size()) {
      if (!known_.empty()) days_.Next();
      const Day before = known_.empty() ? terms_.start : known_.back().due;
      const Day due = days_.due();
      known_.push_back(
          {days_.nominal(), due, before, CountDays(terms_.rate.day_count, before, due)});
    }
    return known_[static_cast<std::size_t>(at)];
  }

  static absl::Status Add(Payer& payer, const DueDay& day, std::int64_t wanted,
                          Schedule& schedule) {
    const std::optional<std::int64_t> interest = payer.PostThrough(day);
    if (!interest.has_value()) return Refuse(Reason::kBalanceOutOfRange);
    const std::int64_t amount = std::min(wanted, payer.left());
    payer.Pay(day, amount);
    schedule.instalments.push_back({day.nominal, day.due, amount, *interest, payer.left()});
    schedule.total += amount;
    schedule.interest += *interest;
    return absl::OkStatus();
  }

  bool has_first() const { return terms_.first.has_value(); }
  // How many instalments are equal.
  int EqualOf(int count) const { return count - (has_first() ? 1 : 0); }
  std::int64_t AmountAt(int at, const Shares& shares) const {
    if (at == 0 && has_first()) return *terms_.first;
    return at == (has_first() ? 1 : 0) ? shares.first : shares.each;
  }

  // What the last one has to be after all the others; below zero by what is too much, or nearly so.
  // None where it does not fit.
  std::optional<std::int64_t> LastAfter(int count, const Shares& shares) {
    Payer payer(owed_, terms_);
    for (int at = 0; at + 1 < count; ++at) {
      const DueDay& day = DayOf(at);
      if (!payer.PostThrough(day).has_value()) return std::nullopt;
      const std::int64_t amount = AmountAt(at, shares);
      if (amount >= payer.left()) {
        const absl::int128 more = absl::int128{shares.each} * (count - 2 - at);
        const absl::int128 left = absl::int128{payer.left()} - amount - more;
        return static_cast<std::int64_t>(std::max<absl::int128>(left, -kLargestBalance));
      }
      payer.Pay(day, amount);
    }
    if (!payer.PostThrough(DayOf(count - 1)).has_value()) return std::nullopt;
    return payer.left();
  }

  // The largest equal amount that leaves at least as much for the last one.
  absl::StatusOr<Shares> Largest(int count, const std::string& field) {
    std::int64_t shared = -terms_.first.value_or(0);
    for (const Bucket bucket : kBuckets) shared += owed_[bucket];
    const int equal = EqualOf(count);
    // It is at least what each would be without interest.
    const std::optional<std::int64_t> each =
        LargestWithin(shared / equal, equal, [&](std::int64_t amount) {
          std::optional<std::int64_t> beyond = LastAfter(count, {amount, amount});
          if (beyond.has_value()) *beyond -= amount;
          return beyond;
        });
    if (!each.has_value()) return Refuse(Reason::kBalanceOutOfRange);
    if (*each == 0) return Wrong(field, Fault::kOutOfRange);
    return Shares{*each, *each};
  }

  // The least first amount with which the last one is not above the others: what is paid early
  // bears no interest later, so that it may be less than what the last one had beyond them. Where
  // none leaves anything for the last one, it keeps the remainder.
  Shares WithFirst(int count, const Shares& shares) {
    const auto last_with = [&](std::int64_t first) {
      return LastAfter(count, {first, shares.each});
    };
    const std::optional<std::int64_t> too_small =
        LargestWithin(shares.each - 1, 1, [&](std::int64_t first) {
          std::optional<std::int64_t> beyond = last_with(first);
          if (beyond.has_value()) *beyond -= shares.each + 1;
          return beyond;
        });
    if (!too_small.has_value() || last_with(*too_small + 1).value_or(0) <= 0) return shares;
    return {*too_small + 1, shares.each};
  }

  absl::StatusOr<Schedule> Share(int count, const std::string& field) {
    if (EqualOf(count) < 1) return OneAlone(field);
    PARLEY_ASSIGN_OR_RETURN(Shares shares, Largest(count, field));
    const bool moves = terms_.remainder == Remainder::kFirst && EqualOf(count) > 1;
    if (moves) shares = WithFirst(count, shares);
    Schedule schedule;
    Payer payer(owed_, terms_);
    for (int at = 0; at < count; ++at) {
      const bool is_last = at + 1 == count;
      const std::int64_t wanted = is_last ? kLargestBalance : AmountAt(at, shares);
      PARLEY_RETURN_IF_ERROR(Add(payer, DayOf(at), wanted, schedule));
    }
    return schedule;
  }

  // One instalment, which the terms name: it pays all, or it is not enough.
  absl::StatusOr<Schedule> OneAlone(const std::string& field) {
    Schedule schedule;
    Payer payer(owed_, terms_);
    PARLEY_RETURN_IF_ERROR(Add(payer, DayOf(0), *terms_.first, schedule));
    if (payer.left() > 0) return Wrong(field, Fault::kOutOfRange);
    return schedule;
  }

  const Buckets& owed_;
  const ScheduleTerms& terms_;
  DueDays days_;
  std::vector<DueDay> known_;
};

absl::Status CheckTerms(const Buckets& owed, const ScheduleTerms& terms) {
  Violations violations;
  std::int64_t left = 0;
  for (const Bucket bucket : kBuckets) {
    if (owed[bucket] < 0) AddOnce(violations, "balance", Fault::kNegative);
    if (owed[bucket] > kLargestBalance - left) return Refuse(Reason::kBalanceOutOfRange);
    left += std::max<std::int64_t>(owed[bucket], 0);
  }
  if (left == 0) AddOnce(violations, "balance", Fault::kNotPositive);
  if (terms.first.has_value() && *terms.first <= 0) {
    violations.Add("terms.first", Fault::kNotPositive);
  }
  if (terms.first.value_or(0) > left) violations.Add("terms.first", Fault::kOutOfRange);
  if (terms.rate.units < 0 || terms.rate.units > kHighestRate) {
    violations.Add("terms.rate", Fault::kOutOfRange);
  }
  if (terms.rhythm.first_due < terms.start) {
    violations.Add("terms.rhythm.first_due", Fault::kDateOrder);
  }
  CheckRhythm(terms.rhythm, "terms.rhythm", violations);
  return violations.ToStatus();
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<Remainder>() {
  return kRemainderWords;
}

absl::StatusOr<Schedule> MakeSchedule(const Buckets& owed, const ScheduleTerms& terms,
                                      const ScheduleRequest& request) {
  PARLEY_RETURN_IF_ERROR(CheckTerms(owed, terms));
  Scheduler scheduler(owed, terms);
  PARLEY_ASSIGN_OR_RETURN(Schedule schedule,
                          std::visit([&](const auto& by) { return scheduler.Make(by); }, request));
  if (schedule.instalments.back().due.year() > kLastYear) {
    return Wrong("terms.rhythm.first_due", Fault::kOutOfRange);
  }
  return schedule;
}

}  // namespace parley
