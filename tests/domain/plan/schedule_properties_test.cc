// SPDX-License-Identifier: Apache-2.0
// What holds of every schedule, whatever is owed and however it is to be paid.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "domain/plan/schedule.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

constexpr Day kStart = TestLedger::kOpened;
constexpr int kTwoMonths = 62;

std::vector<int> DaysFor(Frequency frequency) {
  const auto day = rc::gen::inRange(1, 32);
  if (frequency == Frequency::kMonthly) return {*day};
  if (frequency != Frequency::kTwiceMonthly) return {};
  const int one = *day;
  const int other = *rc::gen::distinctFrom(day, one);
  return {one, other};
}

Rhythm MakeRhythm() {
  Rhythm rhythm;
  rhythm.frequency =
      *rc::gen::element(Frequency::kWeekly, Frequency::kFortnightly, Frequency::kFourWeekly,
                        Frequency::kMonthly, Frequency::kMonthEnd, Frequency::kTwiceMonthly);
  rhythm.days = DaysFor(rhythm.frequency);
  // No day is moved to before the start.
  rhythm.first_due = kStart + *rc::gen::inRange(40, 80);
  rhythm.roll =
      *rc::gen::element(Roll::kNone, Roll::kFollowing, Roll::kPreceding, Roll::kModifiedFollowing);
  std::set<Day> holidays;
  for (int rows = *rc::gen::inRange(0, 5); rows > 0; --rows) {
    const Day from = rhythm.first_due + *rc::gen::inRange(-10, 300);
    for (int at = *rc::gen::inRange(0, 8); at >= 0; --at) holidays.insert(from + at);
  }
  rhythm.holidays.assign(holidays.begin(), holidays.end());
  return rhythm;
}

struct Asked {
  Buckets owed;
  ScheduleTerms terms;
  ScheduleRequest request;
};

std::int64_t SumOf(const Buckets& owed) {
  std::int64_t sum = 0;
  for (const Bucket bucket : kBuckets) sum += owed[bucket];
  return sum;
}

ScheduleRequest MakeRequest(std::int64_t owed) {
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      return ByAmount{std::max(owed / 60, *rc::gen::inRange<std::int64_t>(1, owed + 10))};
    case 1:
      return ByCount{*rc::gen::inRange(1, 60)};
    default:
      return ByEnd{kStart + *rc::gen::inRange(90, 900)};
  }
}

Asked MakeAsked() {
  Asked asked;
  asked.owed = InBuckets({{Bucket::kPrincipal, *rc::gen::inRange(0, 500'000)},
                          {Bucket::kInterest, *rc::gen::inRange(0, 5'000)},
                          {Bucket::kFees, *rc::gen::inRange(1, 5'000)}});
  asked.terms.start = kStart;
  asked.terms.rhythm = MakeRhythm();
  asked.terms.rate.units = *rc::gen::weightedOneOf<std::int64_t>(
      {{1, rc::gen::just<std::int64_t>(0)}, {3, rc::gen::inRange<std::int64_t>(0, 3'000'000'000)}});
  asked.terms.rate.day_count = *rc::gen::element(DayCount::kAct365F, DayCount::kAct360,
                                                 DayCount::kActActIsda, DayCount::k30360Us);
  asked.terms.remainder = *rc::gen::element(Remainder::kLast, Remainder::kFirst);
  const std::int64_t sum = SumOf(asked.owed);
  if (*rc::gen::inRange(0, 3) == 0) {
    asked.terms.first = *rc::gen::inRange<std::int64_t>(1, sum + 1);
  }
  asked.request = MakeRequest(sum);
  return asked;
}

// Which terms break a rule tells little by how small they are.
Asked SomeAsked() { return *rc::gen::noShrink(rc::gen::exec(MakeAsked)); }

// What cannot be met is refused by name, and asked for differently.
Schedule Made(const Asked& asked) {
  absl::StatusOr<Schedule> made = MakeSchedule(asked.owed, asked.terms, asked.request);
  if (!made.ok()) {
    RC_ASSERT(ViolationsOf(made.status()).size() == 1U);
    RC_DISCARD("there is no such schedule");
  }
  return *std::move(made);
}

RC_GTEST_PROP(Schedules, SumToTheirTotalAndCloseToZero, ()) {
  const Asked asked = SomeAsked();
  const Schedule schedule = Made(asked);
  std::int64_t left = SumOf(asked.owed);
  std::int64_t paid = 0;
  for (const Instalment& one : schedule.instalments) {
    RC_ASSERT(one.amount > 0);
    RC_ASSERT(one.interest >= 0);
    left += one.interest - one.amount;
    paid += one.amount;
    RC_ASSERT(one.left == left);
  }
  RC_ASSERT(left == 0);
  RC_ASSERT(paid == schedule.total);
  RC_ASSERT(schedule.total == SumOf(asked.owed) + schedule.interest);
}

RC_GTEST_PROP(Schedules, AreEvenButForTheirRemainder, ()) {
  const Asked asked = SomeAsked();
  const Schedule schedule = Made(asked);
  std::vector<std::int64_t> equal;
  for (const Instalment& one : schedule.instalments) equal.push_back(one.amount);
  if (asked.terms.first.has_value()) {
    RC_ASSERT(equal.front() == *asked.terms.first);
    equal.erase(equal.begin());
  }
  if (equal.size() < 3) return;
  const std::int64_t each = equal[1];
  RC_ASSERT(std::all_of(equal.begin() + 1, equal.end() - 1,
                        [&](std::int64_t amount) { return amount == each; }));
  if (std::holds_alternative<ByAmount>(asked.request)) {
    RC_ASSERT(equal.front() == each);
    RC_ASSERT(each == std::get<ByAmount>(asked.request).minor_units);
    RC_ASSERT(equal.back() <= each);
  } else if (asked.terms.remainder == Remainder::kLast) {
    RC_ASSERT(equal.front() == each);
    RC_ASSERT(equal.back() >= each);
  } else {
    RC_ASSERT(equal.front() >= each);
  }
}

// With one minor unit more each, the last would be smaller than the others.
RC_GTEST_PROP(Schedules, ByCountAreOfTheLargestAmountThatTheLastReaches, ()) {
  Asked asked = SomeAsked();
  const int count = *rc::gen::inRange(2, 60);
  asked.request = ByCount{count};
  asked.terms.remainder = Remainder::kLast;
  asked.terms.first.reset();
  const Schedule schedule = Made(asked);
  const std::int64_t each = schedule.instalments.front().amount;
  RC_ASSERT(std::ssize(schedule.instalments) == count);
  asked.request = ByAmount{each + 1};
  const Schedule more = MakeSchedule(asked.owed, asked.terms, asked.request).value();
  RC_ASSERT(std::ssize(more.instalments) <= count);
  RC_ASSERT(std::ssize(more.instalments) < count || more.instalments.back().amount <= each);
}

RC_GTEST_PROP(Schedules, ByEndAreAsManyAsFit, ()) {
  Asked asked = SomeAsked();
  const Day end = kStart + *rc::gen::inRange(90, 900);
  asked.request = ByEnd{end};
  const Schedule schedule = Made(asked);
  RC_ASSERT(schedule.instalments.back().due <= end);
  DueDays days(asked.terms.rhythm);
  for (std::size_t at = 0; at < schedule.instalments.size(); ++at) days.Next();
  RC_ASSERT(days.due() > end);
}

RC_GTEST_PROP(DueDays, GoOnAndAreMovedToDaysOfWorkAlone, ()) {
  const Rhythm rhythm = *rc::gen::noShrink(rc::gen::exec(MakeRhythm));
  DueDays days(rhythm);
  for (int at = 0; at < 60; ++at) {
    const Day nominal = days.nominal();
    const Day due = days.due();
    days.Next();
    RC_ASSERT(days.nominal() > nominal);
    RC_ASSERT(days.nominal() - nominal <= kTwoMonths);
    RC_ASSERT(days.due() >= due);
    if (rhythm.roll == Roll::kNone) {
      RC_ASSERT(due == nominal);
      continue;
    }
    RC_ASSERT(absl::GetWeekday(due) != absl::Weekday::saturday);
    RC_ASSERT(absl::GetWeekday(due) != absl::Weekday::sunday);
    RC_ASSERT(!std::binary_search(rhythm.holidays.begin(), rhythm.holidays.end(), due));
    if (rhythm.roll == Roll::kFollowing) RC_ASSERT(due >= nominal);
    if (rhythm.roll == Roll::kPreceding) RC_ASSERT(due <= nominal);
    if (rhythm.roll == Roll::kModifiedFollowing) RC_ASSERT(due.month() == nominal.month());
  }
}

// The ledger, which posts interest at each month's end as well, stands where the schedule says.
RC_GTEST_PROP(Schedules, AreWhatTheLedgerComesTo, ()) {
  const Asked asked = SomeAsked();
  const Schedule schedule = Made(asked);
  InterestTerms interest = FivePercent();
  interest.day_count = asked.terms.rate.day_count;
  interest.interest_from = kStart;
  interest.rates = {{kStart, asked.terms.rate.units}};
  TestLedger ledger(APlacementBearing(WithInterest(interest), asked.owed));
  std::uint64_t number = 2;
  for (const Instalment& one : schedule.instalments) {
    ledger.SetToday(one.due);
    RC_ASSERT(ledger.Post({Payment(number++, one.due, one.amount)}).ok());
    RC_ASSERT(ledger.BalanceAsOf(one.due) == one.left);
  }
  RC_ASSERT(ledger.balance() == 0);
  RC_ASSERT(ledger.Findings().empty());
}

}  // namespace
}  // namespace parley
