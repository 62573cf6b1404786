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
};

// A debt that is paid as a schedule says: day by day forward, never back.
class Payer {
 public:
  Payer(const Buckets& owed, const ScheduleTerms& terms)
      : order_(terms.order),
        rate_(terms.rate),
        base_since_(terms.start),
        owed_(owed),
        settled_(terms.rate.day_count) {
    for (const Bucket bucket : kBuckets) left_ += owed[bucket];
  }

  std::int64_t left() const { return left_; }

  // Posts what accrued through the end of that day; none where it does not fit.
  std::optional<std::int64_t> PostThrough(Day day) {
    if (rate_.units == 0) return 0;
    ExactInterest total = settled_;
    const CountedDays days = CountDays(rate_.day_count, base_since_, day);
    if (!total.Add(owed_[Bucket::kPrincipal], rate_.units, days)) return std::nullopt;
    const std::optional<std::int64_t> rounded = total.Rounded();
    if (!rounded.has_value() || *rounded - posted_ > kLargestBalance - left_) return std::nullopt;
    const std::int64_t fresh = *rounded - posted_;
    posted_ = *rounded;
    owed_[Bucket::kInterest] += fresh;
    left_ += fresh;
    accrued_ = total;
    return fresh;
  }

  // Right after PostThrough of the same day.
  void Pay(Day day, std::int64_t amount) {
    left_ -= amount;
    for (const Bucket bucket : order_) {
      const std::int64_t part = std::min(amount, owed_[bucket]);
      owed_[bucket] -= part;
      amount -= part;
      if (part == 0 || bucket != Bucket::kPrincipal || rate_.units == 0) continue;
      settled_ = *accrued_;
      base_since_ = day;
    }
  }

 private:
  AllocationOrder order_;
  Rate rate_;
  Day base_since_;
  Buckets owed_;
  ExactInterest settled_;                 // Through base_since_.
  std::optional<ExactInterest> accrued_;  // As last posted.
  std::int64_t posted_ = 0;
  std::int64_t left_ = 0;
};

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
    while (count < kMostInstalments && DayOf(count).due <= by.last) ++count;
    if (count == 0) return Wrong("request.end_date", Fault::kDateOrder);
    return Share(count, "request.end_date");
  }

 private:
  // What the first ones and all others are, and what is left for the last.
  struct Shares {
    std::int64_t first = 0;  // Of those that are equal, with the remainder where it takes it.
    std::int64_t each = 0;
    std::int64_t last = 0;
  };

  DueDay DayOf(int at) {
    while (static_cast<std::size_t>(at) >= known_.size()) {
      if (!known_.empty()) days_.Next();
      known_.push_back({days_.nominal(), days_.due()});
    }
    return known_[static_cast<std::size_t>(at)];
  }

  static absl::Status Add(Payer& payer, const DueDay& day, std::int64_t wanted,
                          Schedule& schedule) {
    const std::optional<std::int64_t> interest = payer.PostThrough(day.due);
    if (!interest.has_value()) return Refuse(Reason::kBalanceOutOfRange);
    const std::int64_t amount = std::min(wanted, payer.left());
    payer.Pay(day.due, amount);
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

  // What is owed on the last day before its instalment, after all others were paid; 0 where they
  // were more than enough. None where it does not fit.
  std::optional<std::int64_t> LeftForLast(int count, const Shares& shares) {
    Payer payer(owed_, terms_);
    for (int at = 0; at < count; ++at) {
      const DueDay day = DayOf(at);
      if (!payer.PostThrough(day.due).has_value()) return std::nullopt;
      if (at + 1 == count) break;
      const std::int64_t amount = AmountAt(at, shares);
      if (amount >= payer.left()) return 0;
      payer.Pay(day.due, amount);
    }
    return payer.left();
  }

  // The largest equal amount that leaves at least as much for the last one.
  absl::StatusOr<Shares> Largest(int count, const std::string& field) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (const Bucket bucket : kBuckets) high += owed_[bucket];
    const auto fits = [&](std::int64_t each) -> absl::StatusOr<bool> {
      const auto left = LeftForLast(count, {each, each, 0});
      if (!left.has_value()) return Refuse(Reason::kBalanceOutOfRange);
      return *left >= each;
    };
    // Interest makes an instalment larger than what is owed today only where it outgrows the debt.
    PARLEY_ASSIGN_OR_RETURN(bool more, fits(high));
    while (more && high < kLargestBalance / 2) {
      low = high;
      high *= 2;
      PARLEY_ASSIGN_OR_RETURN(more, fits(high));
    }
    while (low + 1 < high) {
      const std::int64_t middle = low + (high - low) / 2;
      PARLEY_ASSIGN_OR_RETURN(const bool fit, fits(middle));
      (fit ? low : high) = middle;
    }
    if (low == 0) return Wrong(field, Fault::kOutOfRange);
    const auto last = LeftForLast(count, {low, low, 0});
    return Shares{low, low, *last};
  }

  // Moves what the last one has beyond the others to the first of them.
  Shares ToFirst(int count, const Shares& shares) {
    const std::int64_t odd = shares.last - shares.each;
    const auto with = [&](std::int64_t more) {
      Shares moved = shares;
      moved.first = shares.each + more;
      moved.last = LeftForLast(count, moved).value_or(0);
      return moved;
    };
    Shares best = with(odd);
    // What is paid early bears no interest later, so that a little less may do.
    for (std::int64_t more = odd; more > 0; --more) {
      const Shares fewer = with(more - 1);
      if (fewer.last > shares.each) break;
      best = fewer;
    }
    return best;
  }

  absl::StatusOr<Schedule> Share(int count, const std::string& field) {
    if (EqualOf(count) < 1) return OneAlone(field);
    PARLEY_ASSIGN_OR_RETURN(Shares shares, Largest(count, field));
    const bool moves = terms_.remainder == Remainder::kFirst && EqualOf(count) > 1;
    if (moves) shares = ToFirst(count, shares);
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
    if (owed[bucket] < 0) violations.Add("balance", Fault::kNegative);
    if (owed[bucket] > kLargestBalance - left) return Refuse(Reason::kBalanceOutOfRange);
    left += std::max<std::int64_t>(owed[bucket], 0);
  }
  if (left == 0) violations.Add("balance", Fault::kNotPositive);
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
  return std::visit([&](const auto& by) { return scheduler.Make(by); }, request);
}

}  // namespace parley
