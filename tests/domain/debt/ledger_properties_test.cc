// SPDX-License-Identifier: Apache-2.0
// What holds after every history, however it went: charges to any bucket, payments, credits and
// reversals, on time and backdated.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <utility>
#include <vector>

#include "domain/debt/itemisation.h"
#include "domain/debt/ledger.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {

// What happens next, in numbers that shrink well.
struct Act {
  int kind = 0;     // 0 charge, 1 payment, 2 credit, 3 reversal.
  int bucket = 0;   // Of a charge or credit.
  int amount = 1;   // Minor units.
  int back = 0;     // Days before the present one; 0 is on time.
  int advance = 0;  // Days that pass first.
  int pick = 0;     // Which entry a reversal undoes.
};

std::ostream& operator<<(std::ostream& out, const Act& act) {
  return out << "{" << act.kind << ", " << act.bucket << ", " << act.amount << ", " << act.back
             << ", " << act.advance << ", " << act.pick << "}";
}

namespace {

constexpr std::size_t kActs = 60;

rc::Gen<Act> AnAct(int kinds) {
  return rc::gen::build<Act>(
      rc::gen::set(&Act::kind, rc::gen::inRange(0, kinds)),
      rc::gen::set(&Act::bucket, rc::gen::inRange(0, static_cast<int>(kBucketCount))),
      rc::gen::set(&Act::amount, rc::gen::inRange(1, 40)),
      rc::gen::set(&Act::back, rc::gen::weightedOneOf<int>(
                                   {{2, rc::gen::just(0)}, {1, rc::gen::inRange(0, 40)}})),
      rc::gen::set(&Act::advance, rc::gen::inRange(0, 4)),
      rc::gen::set(&Act::pick, rc::gen::inRange(0, 1000)));
}

std::vector<Act> SomeActs(int kinds = 4, std::size_t count = kActs) {
  return *rc::gen::container<std::vector<Act>>(count, AnAct(kinds));
}

Buckets AnOpeningOfBuckets() {
  Buckets opening;
  for (const Bucket bucket : kBuckets) opening[bucket] = *rc::gen::inRange(0, 60);
  opening[Bucket::kPrincipal] = *rc::gen::inRange(-60, 120);
  return opening;
}

Fact FactOf(const Act& act, std::uint64_t number, Day day) {
  const Bucket bucket = kBuckets.at(static_cast<std::size_t>(act.bucket));
  if (act.kind == 0) return Charge(number, day, act.amount, bucket);
  if (act.kind == 1) return Payment(number, day, act.amount);
  return Credit(number, day, act.amount, bucket);
}

// Facts with their days, as told by acts without reversals.
std::vector<Fact> FactsOf(const std::vector<Act>& acts) {
  std::vector<Fact> facts;
  Day today = TestLedger::kOpened;
  for (const Act& act : acts) {
    today += act.advance;
    const Day day = std::max(TestLedger::kOpened, today - act.back);
    facts.push_back(FactOf(act, facts.size() + 2, day));
  }
  return facts;
}

// Plays acts one by one, and keeps beside the ledger a plain list of what should be owed.
class History {
 public:
  explicit History(const Buckets& opening) : ledger_(opening) {
    std::int64_t sum = 0;
    for (const Bucket bucket : kBuckets) sum += opening[bucket];
    changes_.push_back({TestLedger::kOpened, sum, ledger_.now()});
  }

  void Play(const Act& act) {
    today_ += act.advance;
    ledger_.SetToday(today_);
    act.kind == 3 ? Reverse(act) : Post(act);
  }

  // The plain sum of what counts by a day and was known by an instant.
  std::int64_t Sum(Day as_of, absl::Time known_at = absl::InfiniteFuture()) const {
    std::int64_t sum = 0;
    for (const Change& change : changes_) {
      if (change.day <= as_of && change.known <= known_at) sum += change.amount;
    }
    return sum;
  }

  TestLedger& ledger() { return ledger_; }
  Day today() const { return today_; }

 private:
  struct Change {
    Day day;
    std::int64_t amount;
    absl::Time known;
  };
  struct Open {
    std::uint64_t number;
    Day day;
    std::int64_t amount;
  };

  Day DayOf(const Act& act, Day earliest) const { return std::max(earliest, today_ - act.back); }

  void Post(const Act& act) {
    const Day day = DayOf(act, TestLedger::kOpened);
    RC_ASSERT(ledger_.Post({FactOf(act, next_, day)}).ok());
    const std::int64_t amount = act.kind == 0 ? act.amount : -act.amount;
    changes_.push_back({day, amount, ledger_.now()});
    open_.push_back({next_++, day, amount});
  }

  void Reverse(const Act& act) {
    if (open_.empty()) return;
    const auto place = open_.begin() + act.pick % static_cast<int>(open_.size());
    const Open undone = *place;
    open_.erase(place);
    const Day day = DayOf(act, undone.day);
    RC_ASSERT(ledger_.Reverse(undone.number, day).ok());
    changes_.push_back({day, -undone.amount, ledger_.now()});
  }

  TestLedger ledger_;
  Day today_ = TestLedger::kOpened;
  std::uint64_t next_ = 2;
  std::vector<Change> changes_;
  std::vector<Open> open_;
};

History Played(const std::vector<Act>& acts) {
  History history(AnOpeningOfBuckets());
  for (const Act& act : acts) history.Play(act);
  return history;
}

void ExpectSoundness(History& history) {
  const Debt& debt = history.ledger().debt();
  const std::vector<Entry>& journal = history.ledger().journal();
  RC_ASSERT(CheckJournal(journal, debt.rules, StandingOf(debt)).empty());
  RC_ASSERT(Net(debt.position) == history.Sum(Day::max()));
  RC_ASSERT(debt.position == history.ledger().AsOf(Day::max()));
  RC_ASSERT(debt.entry_count == static_cast<std::int64_t>(journal.size()));
  const bool owing = *Net(debt.position) > 0;
  RC_ASSERT(debt.status == (owing ? DebtStatus::kActive : DebtStatus::kPaid));
}

RC_GTEST_PROP(Histories, AreSoundAfterEveryStep, ()) {
  // A case is two histories, because a hundred would be few.
  for (int round = 0; round < 2; ++round) {
    History history(AnOpeningOfBuckets());
    for (const Act& act : SomeActs()) {
      history.Play(act);
      ExpectSoundness(history);
    }
  }
}

RC_GTEST_PROP(Histories, TellASettledBalanceForEveryDayAndItsItemisation, ()) {
  History history = Played(SomeActs());
  const TestLedger& ledger = history.ledger();
  const std::size_t picked = *rc::gen::inRange<std::size_t>(0, ledger.journal().size() + 1);
  const absl::Time known_at = picked == ledger.journal().size()
                                  ? absl::InfiniteFuture()
                                  : ledger.journal()[picked].booked_time;
  for (Day day = TestLedger::kOpened; day <= history.today(); ++day) {
    const auto itemised = Itemise(ledger.debt(), ledger.journal(), day, known_at);
    RC_ASSERT(itemised.ok());
    RC_ASSERT(itemised->position == ledger.AsOf(day, known_at));
    RC_ASSERT(IsSettled(itemised->position));
    std::int64_t sum = itemised->amount_at_itemisation_date;
    for (const ItemisationLine& line : itemised->lines) sum += line.amount;
    RC_ASSERT(sum == history.Sum(day, known_at));
    RC_ASSERT(Net(itemised->position) == sum);
  }
}

RC_GTEST_PROP(Histories, TellStatementsThatLeadFromOpeningToClosing, ()) {
  History history = Played(SomeActs());
  const int days = static_cast<int>(history.today() - TestLedger::kOpened);
  const int from = *rc::gen::inRange(-2, days + 1);
  const int to = *rc::gen::inRange(from, days + 2);
  const Period period = {TestLedger::kOpened + from, TestLedger::kOpened + to};
  const auto statement = MakeStatement(history.ledger().journal(), period, absl::InfiniteFuture());
  RC_ASSERT(statement.ok());
  std::int64_t balance = history.Sum(period.from - 1);
  RC_ASSERT(Net(statement->opening) == balance);
  for (const Movement& movement : statement->movements) {
    RC_ASSERT(period.Contains(movement.entry->value_date));
    balance += movement.amount;
    RC_ASSERT(movement.balance_after == balance);
  }
  RC_ASSERT(Net(statement->closing) == balance);
  RC_ASSERT(history.Sum(period.to) == balance);
}

RC_GTEST_PROP(Histories, TellForEverWhatWasKnownThen, ()) {
  History history(AnOpeningOfBuckets());
  std::vector<std::pair<absl::Time, std::vector<Position>>> told;
  const auto picture = [&](absl::Time known_at) {
    std::vector<Position> positions;
    for (int day = -1; day < 200; ++day) {
      positions.push_back(history.ledger().AsOf(TestLedger::kOpened + day, known_at));
    }
    return positions;
  };
  for (const Act& act : SomeActs(4, 25)) {
    told.emplace_back(history.ledger().now(), picture(absl::InfiniteFuture()));
    history.Play(act);
  }
  for (const auto& [known_at, positions] : told) RC_ASSERT(picture(known_at) == positions);
}

RC_GTEST_PROP(Facts, ComeToTheSameInOneBatchOrInMany, ()) {
  const Buckets opening = AnOpeningOfBuckets();
  const std::vector<Fact> facts = FactsOf(SomeActs(3));
  TestLedger at_once(opening);
  RC_ASSERT(at_once.Post(facts).ok());
  TestLedger split(opening);
  for (std::size_t at = 0; at < facts.size();) {
    const std::size_t end = std::min(facts.size(), at + *rc::gen::inRange<std::size_t>(1, 12));
    RC_ASSERT(split
                  .Post({facts.begin() + static_cast<std::ptrdiff_t>(at),
                         facts.begin() + static_cast<std::ptrdiff_t>(end)})
                  .ok());
    at = end;
  }
  RC_ASSERT(at_once.corrections().empty());
  RC_ASSERT(split.debt().position == at_once.debt().position);
  for (const Fact& fact : facts) {
    RC_ASSERT(split.AsOf(fact.value_date) == at_once.AsOf(fact.value_date));
  }
}

// Days are distinct here, so nothing is left to the order of booking.
RC_GTEST_PROP(Facts, ComeToTheSameInWhateverOrderTheyAreLearnt, ()) {
  const Buckets opening = AnOpeningOfBuckets();
  std::vector<Fact> facts = FactsOf(SomeActs(3, 30));
  for (std::size_t at = 0; at < facts.size(); ++at) {
    facts[at].value_date = TestLedger::kOpened + static_cast<int>(at);
  }
  TestLedger in_order(opening);
  RC_ASSERT(in_order.Post(facts).ok());
  // A permutation that shrinks to none.
  for (std::size_t at = facts.size(); at > 1; --at) {
    std::swap(facts[at - 1], facts[at - 1 - *rc::gen::inRange<std::size_t>(0, at)]);
  }
  TestLedger shuffled(opening);
  for (const Fact& fact : facts) RC_ASSERT(shuffled.Post({fact}).ok());
  for (const Fact& fact : facts) {
    RC_ASSERT(shuffled.AsOf(fact.value_date) == in_order.AsOf(fact.value_date));
  }
  RC_ASSERT(shuffled.debt().position == in_order.debt().position);
}

RC_GTEST_PROP(Facts, OfOneDayComeToTheSameNetInAnyOrder, ()) {
  const Buckets opening = AnOpeningOfBuckets();
  std::vector<Fact> facts = FactsOf(SomeActs(3, 30));
  TestLedger in_order(opening);
  RC_ASSERT(in_order.Post(facts).ok());
  std::reverse(facts.begin(), facts.end());
  TestLedger reversed(opening);
  RC_ASSERT(reversed.Post(facts).ok());
  for (const Fact& fact : facts) {
    RC_ASSERT(reversed.BalanceAsOf(fact.value_date) == in_order.BalanceAsOf(fact.value_date));
  }
}

RC_GTEST_PROP(Reversals, AtOnceLeaveNoTrace, ()) {
  History history = Played(SomeActs(4, 30));
  TestLedger& ledger = history.ledger();
  const Position before = ledger.debt().position;
  Act act = *AnAct(3);
  RC_ASSERT(ledger.Post({FactOf(act, 9000, history.today())}).ok());
  RC_ASSERT(ledger.Reverse(9000).ok());
  RC_ASSERT(ledger.debt().position == before);
}

}  // namespace
}  // namespace parley
