// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/revise_terms.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

using MaybeTerms = std::optional<InterestTerms>;

std::int64_t RateOn(const MaybeTerms& terms, Day day) {
  if (!terms.has_value() || day <= terms->interest_from) return 0;
  std::int64_t units = 0;
  for (const RateChange& change : terms->rates) {
    if (change.from <= day) units = change.units;
  }
  return units;
}

// The days on which a rate of either may change, in order.
std::vector<Day> DaysOfChange(const MaybeTerms& before, const MaybeTerms& after) {
  std::vector<Day> days;
  for (const MaybeTerms* terms : {&before, &after}) {
    if (!terms->has_value()) continue;
    days.push_back((*terms)->interest_from + 1);
    for (const RateChange& change : (*terms)->rates) days.push_back(change.from);
  }
  std::sort(days.begin(), days.end());
  return days;
}

// The first day of change of which this is true.
template <typename Predicate>
std::optional<Day> FirstDay(const MaybeTerms& before, const MaybeTerms& after, Predicate is_true) {
  const std::vector<Day> days = DaysOfChange(before, after);
  const auto found = std::find_if(days.begin(), days.end(), is_true);
  return found == days.end() ? std::nullopt : std::optional<Day>(*found);
}

std::optional<Day> Earlier(const std::optional<Day>& left, const std::optional<Day>& right) {
  if (!left.has_value() || !right.has_value()) return left.has_value() ? left : right;
  return std::min(*left, *right);
}

// True unless the same days surely count for no more of a year. Days of 30/360 are other days.
bool CountsMore(DayCount before, DayCount after) {
  if (before == after) return false;
  const auto rank = [](DayCount day_count) {
    switch (day_count) {
      case DayCount::kActActIsda:
        return 1;
      case DayCount::kAct365F:
        return 2;
      case DayCount::kAct360:
        return 3;
      case DayCount::k30360Us:
        return 0;
    }
    return 0;
  };
  return rank(before) == 0 || rank(after) == 0 || rank(after) > rank(before);
}

// Dearer in what has no day of its own.
bool IsDearer(const MaybeTerms& before, const MaybeTerms& after) {
  if (!before.has_value() || !after.has_value()) return false;
  const bool cap =
      before->cap.has_value() && (!after->cap.has_value() || *after->cap > *before->cap);
  return cap || after->base > before->base || after->posting < before->posting ||
         after->monthly_minimum > before->monthly_minimum ||
         CountsMore(before->day_count, after->day_count);
}

// Different in what has no day of its own.
bool Differs(const MaybeTerms& before, const MaybeTerms& after) {
  if (!before.has_value() || !after.has_value()) return false;
  return after->cap != before->cap || after->base != before->base ||
         after->posting != before->posting || after->monthly_minimum != before->monthly_minimum ||
         after->day_count != before->day_count;
}

// How many buckets that bear no interest are paid before this one.
std::ptrdiff_t Ahead(const AllocationOrder& order, Bucket bucket, InterestBase base) {
  const auto* const here = std::find(order.begin(), order.end(), bucket);
  return std::count_if(order.begin(), here, [&](Bucket other) {
    const bool bears = other == Bucket::kPrincipal ||
                       (other == Bucket::kFees && base == InterestBase::kPrincipalAndFees);
    return !bears;
  });
}

// True when what bears interest is paid later.
bool PaysBaseLater(const DebtTerms& before, const DebtTerms& after) {
  if (!after.interest.has_value()) return false;
  const InterestBase base = after.interest->base;
  const auto later = [&](Bucket bucket) {
    return Ahead(after.order, bucket, base) > Ahead(before.order, bucket, base);
  };
  return later(Bucket::kPrincipal) ||
         (base == InterestBase::kPrincipalAndFees && later(Bucket::kFees));
}

std::optional<Day> FirstDifferentDay(const DebtTerms& before, const DebtTerms& after, Day today) {
  std::optional<Day> day = FirstDay(before.interest, after.interest, [&](Day at) {
    return RateOn(after.interest, at) != RateOn(before.interest, at) ||
           (Differs(before.interest, after.interest) && RateOn(after.interest, at) > 0);
  });
  // An order, and the words by which interest is told, are different from today on.
  if (before.order != after.order || !day.has_value()) day = Earlier(day, today);
  return day;
}

}  // namespace

void CheckTermsChange(const GivenTerms& terms, Day opened, Violations& violations) {
  if (!terms.order.has_value() && !terms.interest.has_value()) {
    violations.Add("interest_terms", Fault::kRequired);
  }
  if (terms.interest.has_value()) {
    CheckInterestTerms(*terms.interest, opened, "interest_terms", violations);
  }
}

std::optional<Day> FirstDearerDay(const DebtTerms& before, const DebtTerms& after, Day today) {
  const bool dearer = IsDearer(before.interest, after.interest);
  const std::optional<Day> day = FirstDay(before.interest, after.interest, [&](Day at) {
    const std::int64_t rate = RateOn(after.interest, at);
    return rate > RateOn(before.interest, at) || (dearer && rate > 0);
  });
  return PaysBaseLater(before, after) ? Earlier(day, today) : day;
}

absl::StatusOr<RevisedTerms> ReviseTerms(const Debt& debt, const TermsChange& change,
                                         std::span<const Entry> journal, const Stamp& stamp,
                                         const EntryIdSource& next_id) {
  const DebtTerms before{debt.rules.order, debt.rules.interest};
  DebtTerms after = before;
  after.order = change.terms.order.value_or(before.order);
  if (change.terms.interest.has_value()) after.interest = change.terms.interest;
  if (after == before) return RevisedTerms{{debt, {}}, std::nullopt};
  const Day earliest = stamp.today + change.notice_days;
  const std::optional<Day> dearer = FirstDearerDay(before, after, stamp.today);
  if (dearer.has_value() && *dearer < earliest) {
    const bool undated = IsDearer(before.interest, after.interest) || PaysBaseLater(before, after);
    if (undated) return Refuse(Reason::kTermsWithoutDay);
    return Refuse(Reason::kNoticeTooShort, {}, {{"earliest_date", FormatDay(earliest)}});
  }
  LedgerRules rules = debt.rules;
  rules.order = after.order;
  rules.interest = after.interest;
  PARLEY_ASSIGN_OR_RETURN(Posted posted, ChangeRules(debt, rules, journal, stamp, next_id));
  if (change.terms.order.has_value()) posted.debt.levels.order = SettingLevel::kDebt;
  if (change.terms.interest.has_value()) posted.debt.levels.interest = SettingLevel::kDebt;
  ChangeNotice notice{.id = change.notice,
                      .debtor = debt.debtor,
                      .debt = debt.id,
                      .given = stamp.today,
                      .effective = *FirstDifferentDay(before, after, stamp.today),
                      .before = before,
                      .after = after,
                      .actor = stamp.actor,
                      .created_time = posted.debt.updated_time};
  return RevisedTerms{std::move(posted), std::move(notice)};
}

}  // namespace parley
