// SPDX-License-Identifier: Apache-2.0
// What holds after every history of a debt that bears interest by random terms: facts of every
// kind, reversals, interest posted early and late, and other rules, on time and backdated.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <utility>
#include <vector>

#include "domain/common/reason.h"
#include "domain/debt/accrual.h"
#include "domain/debt/itemisation.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {

// What happens next, in numbers that shrink well.
struct Step {
  int kind = 0;     // An index of kKinds.
  int bucket = 0;   // One more than there are: none is named.
  int amount = 1;   // Minor units, or of relief a part of what there is.
  int back = 0;     // Days before the present one; 0 is on time.
  int advance = 0;  // Days that pass first.
  int pick = 0;     // Which entry a reversal undoes.
};

std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << "{" << step.kind << ", " << step.bucket << ", " << step.amount << ", " << step.back
             << ", " << step.advance << ", " << step.pick << "}";
}

namespace {

// Those that are never refused come first; after the facts, what is done to them.
enum class Kind {
  kCharge,
  kPayment,
  kCredit,
  kFee,
  kWaiver,
  kWriteOff,
  kRefund,
  kReversal,
  kPost,
  kChange
};
constexpr int kPlainKinds = 4;
constexpr int kFactKinds = 7;
constexpr int kAllKinds = 10;
constexpr Day kOpened = TestLedger::kOpened;

rc::Gen<Step> AStep(int kinds) {
  return rc::gen::build<Step>(
      rc::gen::set(&Step::kind, rc::gen::inRange(0, kinds)),
      rc::gen::set(&Step::bucket, rc::gen::inRange(0, static_cast<int>(kBucketCount) + 1)),
      rc::gen::set(&Step::amount, rc::gen::inRange(1, 20'000)),
      rc::gen::set(&Step::back, rc::gen::weightedOneOf<int>(
                                    {{2, rc::gen::just(0)}, {1, rc::gen::inRange(0, 100)}})),
      rc::gen::set(&Step::advance, rc::gen::inRange(0, 25)),
      rc::gen::set(&Step::pick, rc::gen::inRange(0, 1000)));
}

std::vector<Step> SomeSteps(int kinds, std::size_t count) {
  return *rc::gen::container<std::vector<Step>>(count, AStep(kinds));
}

LedgerRules MakeRules() {
  constexpr std::int64_t kHigh = 4'000'000'000;
  InterestTerms terms = FivePercent();
  terms.day_count = *rc::gen::element(DayCount::kAct365F, DayCount::kAct360, DayCount::kActActIsda,
                                      DayCount::k30360Us);
  terms.base = *rc::gen::element(InterestBase::kPrincipal, InterestBase::kPrincipalAndFees);
  terms.posting = *rc::gen::weightedElement<InterestPosting>(
      {{5, InterestPosting::kMonthEnd}, {1, InterestPosting::kNever}});
  terms.interest_from = kOpened + *rc::gen::inRange(0, 50);
  terms.rates.clear();
  auto days = *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 200));
  days.insert(*rc::gen::inRange(0, 200));  // Terms have one rate at least.
  for (const int day : days) {
    terms.rates.push_back({kOpened + day, *rc::gen::inRange<std::int64_t>(0, kHigh)});
  }
  if (*rc::gen::inRange(0, 3) == 0) terms.cap = *rc::gen::inRange(0, 3'000);
  if (*rc::gen::inRange(0, 3) == 0) terms.monthly_minimum = *rc::gen::inRange(0, 1'000);
  LedgerRules rules = WithInterest(std::move(terms));
  for (int freezes = *rc::gen::inRange(0, 3); freezes > 0; --freezes) {
    const Day from = kOpened + *rc::gen::inRange(-10, 200);
    rules.freezes.push_back({from, from + *rc::gen::inRange(0, 60)});
  }
  return rules;
}

// Which rules break a history tells less than its steps do: they are not made smaller.
LedgerRules SomeRules() { return *rc::gen::noShrink(rc::gen::exec(MakeRules)); }

Buckets SomeOpening() {
  return InBuckets({{Bucket::kPrincipal, *rc::gen::inRange(-2'000, 100'000)},
                    {Bucket::kFees, *rc::gen::inRange(0, 2'000)},
                    {Bucket::kInterest, *rc::gen::inRange(0, 2'000)}});
}

std::optional<Bucket> BucketOfStep(const Step& step) {
  const auto at = static_cast<std::size_t>(step.bucket);
  return at < kBucketCount ? std::optional(kBuckets.at(at)) : std::nullopt;
}

Fact FactOf(const Step& step, std::uint64_t number, Day day, const Position& there) {
  const std::optional<Bucket> bucket = BucketOfStep(step);
  const std::int64_t most = bucket.has_value() ? there.owed[*bucket] : *Outstanding(there);
  switch (static_cast<Kind>(step.kind)) {
    case Kind::kCharge:
      return Charge(number, day, step.amount, bucket.value_or(Bucket::kPrincipal));
    case Kind::kCredit:
      return Credit(number, day, step.amount, bucket.value_or(Bucket::kPrincipal));
    case Kind::kFee:
      return Fee(number, day, step.amount);
    case Kind::kWaiver:
      return Waiver(number, day, 1 + step.amount % std::max<std::int64_t>(1, most), bucket);
    case Kind::kWriteOff:
      return WriteOff(number, day, std::max<std::int64_t>(1, *Outstanding(there)), bucket);
    case Kind::kRefund:
      return Refund(number, day, std::max<std::int64_t>(1, there.credit / 2));
    case Kind::kPayment:
    case Kind::kReversal:
    case Kind::kPost:
    case Kind::kChange:
      break;
  }
  return Payment(number, day, step.amount);
}

std::int64_t InterestPosted(const std::vector<Entry>& journal) {
  std::int64_t posted = 0;
  for (const Entry& entry : journal) {
    for (const Posting& posting : entry.postings) {
      if (posting.account == Account::kInterestEarned) posted -= posting.minor_units;
    }
  }
  return posted;
}

// Plays steps one by one. What the ledger refuses must change nothing.
class History {
 public:
  History(const LedgerRules& rules, const Buckets& opening)
      : ledger_(APlacementBearing(rules, opening)) {}

  void Play(const Step& step) {
    today_ += step.advance;
    ledger_.SetToday(today_);
    const std::size_t entries = ledger_.journal().size();
    const absl::Status status = Do(step);
    RC_ASSERT(status.ok() || IsRefusal(ReasonOf(status)));
    RC_ASSERT(status.ok() || ledger_.journal().size() == entries);
  }

  TestLedger& ledger() { return ledger_; }
  Day today() const { return today_; }

 private:
  static bool IsRefusal(std::optional<Reason> reason) {
    return reason == Reason::kWaiverAboveBucket || reason == Reason::kWriteOffAboveBalance ||
           reason == Reason::kRefundAboveCredit;
  }

  absl::Status Do(const Step& step) {
    const Kind kind = static_cast<Kind>(step.kind);
    if (kind == Kind::kPost) return ledger_.PostInterestThrough(today_ - step.back);
    if (kind == Kind::kChange)
      return step.bucket % 2 == 0 ? ThereAndBack() : ledger_.Change(SomeRules());
    const Day day = std::max(kOpened, today_ - step.back);
    if (kind == Kind::kReversal) return Reverse(step, day);
    const Fact fact = FactOf(step, next_++, day, ledger_.AsOf(day));
    const absl::Status status = ledger_.Post({fact});
    if (status.ok()) open_.emplace_back(next_ - 1, day);
    return status;
  }

  // Rules that post nothing, and those before again.
  absl::Status ThereAndBack() {
    const LedgerRules before = ledger_.debt().rules;
    LedgerRules never = before;
    never.interest->posting = InterestPosting::kNever;
    RC_ASSERT(ledger_.Change(never).ok());
    RC_ASSERT(ledger_.Findings().empty());
    return ledger_.Change(before);
  }

  absl::Status Reverse(const Step& step, Day day) {
    if (open_.empty()) return absl::OkStatus();
    const auto place = open_.begin() + step.pick % static_cast<int>(open_.size());
    const auto [number, reversed_day] = *place;
    open_.erase(place);
    return ledger_.Reverse(number, std::max(day, reversed_day));
  }

  TestLedger ledger_;
  Day today_ = kOpened;
  std::uint64_t next_ = 2;
  std::vector<std::pair<std::uint64_t, Day>> open_;
};

// What an account would post on a day, were one asked to.
std::int64_t Unposted(const Debt& debt, Day day) {
  const InterestTerms& terms = *debt.rules.interest;
  InterestAccount account(terms, debt.rules.freezes, BaseOf(debt.position, terms.base),
                          *debt.interest);
  return account.PostThrough(day)->amount;
}

void ExpectSoundness(History& history) {
  const Debt& debt = history.ledger().debt();
  const std::vector<Entry>& journal = history.ledger().journal();
  const auto findings = history.ledger().Findings();
  for (const Finding& finding : findings) RC_LOG() << finding.sentence << "\n";
  RC_ASSERT(findings.empty());
  RC_ASSERT(debt.position == history.ledger().AsOf(Day::max()));
  RC_ASSERT(debt.entry_count == std::ssize(journal));
  RC_ASSERT(RestoreDebt(debt).ok());
  const std::int64_t posted = InterestPosted(journal);
  RC_ASSERT(posted == debt.interest->posted);
  RC_ASSERT(posted <= debt.rules.interest->cap.value_or(kLargestBalance));
  const Day latest =
      std::max({debt.last_value_date, debt.interest->posted_through, Day(2027, 1, 1)});
  const std::int64_t accrued = AccruedAsOf(journal, debt.rules, latest).value();
  RC_ASSERT(posted + accrued <= debt.rules.interest->cap.value_or(kLargestBalance));
  if (debt.rules.interest->monthly_minimum == 0) RC_ASSERT(accrued == Unposted(debt, latest));
}

RC_GTEST_PROP(LedgersWithInterest, AreSoundAfterEveryStep, ()) {
  History history(SomeRules(), SomeOpening());
  for (const Step& step : SomeSteps(kAllKinds, 25)) {
    history.Play(step);
    ExpectSoundness(history);
  }
}

RC_GTEST_PROP(LedgersWithInterest, AreItemisedAndToldToTheMinorUnit, ()) {
  History history(SomeRules(), SomeOpening());
  for (const Step& step : SomeSteps(kAllKinds, 25)) history.Play(step);
  const TestLedger& ledger = history.ledger();
  const std::vector<Entry>& journal = ledger.journal();
  const absl::Time known_at =
      journal[*rc::gen::inRange<std::size_t>(0, journal.size())].booked_time;
  for (Day day = kOpened; day <= history.today(); day += 7) {
    const auto itemised = Itemise(ledger.debt(), journal, day, known_at);
    RC_ASSERT(itemised.ok());
    RC_ASSERT(IsSettled(itemised->position));
    std::int64_t sum = itemised->amount_at_itemisation_date;
    for (const ItemisationLine& line : itemised->lines) sum += line.amount;
    RC_ASSERT(Net(itemised->position) == sum);
    const auto statement = MakeStatement(journal, {day, day + 30}, known_at);
    RC_ASSERT(statement.ok());
    std::int64_t balance = Net(statement->opening).value();
    for (const Movement& movement : statement->movements) balance += movement.amount;
    RC_ASSERT(Net(statement->closing) == balance);
  }
}

// The position of each day that lines come to.
Position SumOf(const std::vector<Line>& lines, Day day) {
  Position position;
  for (const Line& line : lines) {
    if (line.value_date <= day) position = Sum(position, EffectOf(line.postings)).value();
  }
  return position;
}

RC_GTEST_PROP(LedgersWithInterest, ShowOnEveryDayWhatOneReplayGives, ()) {
  History history(SomeRules(), SomeOpening());
  for (const Step& step : SomeSteps(kAllKinds, 25)) history.Play(step);
  const TestLedger& ledger = history.ledger();
  const Day through = ledger.debt().interest->posted_through;
  const auto replay = Replay(ledger.journal(), ledger.debt().rules, through);
  RC_ASSERT(replay.ok());
  const Day last = std::max(history.today(), through);
  for (Day day = kOpened; day <= last; ++day) {
    RC_ASSERT(ledger.AsOf(day) == SumOf(replay->lines(), day));
  }
}

// Days are distinct here, so nothing is left to the order of booking.
RC_GTEST_PROP(LedgersWithInterest, ComeToTheSameInWhateverOrderFactsAreLearnt, ()) {
  const LedgerRules rules = SomeRules();
  const Buckets opening = SomeOpening();
  std::vector<Fact> facts;
  Day day = kOpened;
  for (const Step& step : SomeSteps(kPlainKinds, 20)) {
    facts.push_back(FactOf(step, facts.size() + 2, day, Position{}));
    day += 1 + step.advance;
  }
  const Day end = day + 40;
  TestLedger in_order(APlacementBearing(rules, opening));
  RC_ASSERT(in_order.Post(facts).ok());
  RC_ASSERT(in_order.corrections().empty());
  // A permutation that shrinks to none.
  for (std::size_t at = facts.size(); at > 1; --at) {
    std::swap(facts[at - 1], facts[at - 1 - *rc::gen::inRange<std::size_t>(0, at)]);
  }
  TestLedger shuffled(APlacementBearing(rules, opening));
  for (const Fact& fact : facts) RC_ASSERT(shuffled.Post({fact}).ok());
  for (TestLedger* ledger : {&in_order, &shuffled})
    RC_ASSERT(ledger->PostInterestThrough(end).ok());
  RC_ASSERT(StandingOf(shuffled.debt()) == StandingOf(in_order.debt()));
  for (Day asked = kOpened; asked <= end; ++asked) {
    RC_ASSERT(shuffled.AsOf(asked) == in_order.AsOf(asked));
    RC_ASSERT(AccruedAsOf(shuffled.journal(), rules, asked).value() ==
              AccruedAsOf(in_order.journal(), rules, asked).value());
  }
}

using Totals = std::map<Account, std::int64_t>;

Totals TotalsOf(const std::vector<Entry>& journal) {
  Totals totals;
  for (const Entry& entry : journal) {
    for (const Posting& posting : entry.postings) totals[posting.account] += posting.minor_units;
  }
  std::erase_if(totals, [](const auto& total) { return total.second == 0; });
  return totals;
}

RC_GTEST_PROP(LedgersWithInterest, ComeToTheSameTotalsWithOneJobAndWithMany, ()) {
  const LedgerRules rules = SomeRules();
  const Buckets opening = SomeOpening();
  TestLedger one(APlacementBearing(rules, opening));
  TestLedger many(APlacementBearing(rules, opening));
  Day day = kOpened;
  std::uint64_t number = 2;
  for (const Step& step : SomeSteps(kFactKinds, 20)) {
    day += step.advance;
    RC_ASSERT(many.PostInterestThrough(day - step.back).ok());
    const Fact fact = FactOf(step, number++, day, one.AsOf(day));
    const absl::Status status = one.Post({fact});
    RC_ASSERT(many.Post({fact}).code() == status.code());
  }
  RC_ASSERT(many.PostInterestThrough(day + 30).ok());
  for (TestLedger* ledger : {&one, &many}) RC_ASSERT(ledger->PostInterestThrough(day + 90).ok());
  RC_ASSERT(TotalsOf(many.journal()) == TotalsOf(one.journal()));
  RC_ASSERT(StandingOf(many.debt()) == StandingOf(one.debt()));
  RC_ASSERT(many.Findings().empty());
}

}  // namespace
}  // namespace parley
