// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/ledger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/numeric/int128.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status OutOfRange() { return Refuse(Reason::kBalanceOutOfRange); }

// The facts in the order in which they count.
std::vector<const Entry*> FactsByValueDate(std::span<const Entry> journal) {
  std::vector<const Entry*> facts;
  facts.reserve(journal.size());
  for (const Entry& entry : journal) {
    if (IsFact(entry)) facts.push_back(&entry);
  }
  std::sort(facts.begin(), facts.end(), [](const Entry* left, const Entry* right) {
    return left->value_date != right->value_date ? left->value_date < right->value_date
                                                 : left->number < right->number;
  });
  return facts;
}

// True when something that settles interest counts on that day; the facts are in order.
bool IsSettledOn(std::span<const Entry* const> facts, Day day) {
  const auto is_before = [](const Entry* fact, Day other) { return fact->value_date < other; };
  auto fact = std::lower_bound(facts.begin(), facts.end(), day, is_before);
  for (; fact != facts.end() && (*fact)->value_date == day; ++fact) {
    if (SettlesInterest((*fact)->kind)) return true;
  }
  return false;
}

// Sums of postings by account, kept small: there are few accounts.
class AccountSums {
 public:
  void Add(const std::vector<Posting>& postings, absl::int128 sign) {
    for (const Posting& posting : postings) {
      sums_.at(static_cast<std::size_t>(posting.account)) += sign * posting.minor_units;
    }
  }

  std::vector<Posting> NonZero() const {
    std::vector<Posting> postings;
    for (std::size_t number = 0; number < sums_.size(); ++number) {
      if (sums_.at(number) != 0) {
        postings.push_back(
            {static_cast<Account>(number), static_cast<std::int64_t>(sums_.at(number))});
      }
    }
    return postings;
  }

 private:
  std::array<absl::int128, kAccountNumbers> sums_{};
};

// What the journal shows for each fact: its own postings and those of its corrections.
absl::flat_hash_map<EntryId, AccountSums> ShownPostings(std::span<const Entry> journal) {
  absl::flat_hash_map<EntryId, AccountSums> shown;
  shown.reserve(journal.size());
  for (const Entry& entry : journal) {
    const bool correction = entry.kind == EntryKind::kCorrection;
    shown[correction ? entry.linked : entry.id].Add(entry.postings, 1);
  }
  return shown;
}

// What follows from facts and rules. A day has one line of interest at most, which is of no quote,
// and one of each quote that is met on it.
using DerivedLines = std::map<std::pair<Day, QuoteId>, const Entry*>;
using DerivedLine = DerivedLines::node_type;

DerivedLines DerivedByDay(std::span<const Entry> journal) {
  DerivedLines lines;
  for (const Entry& entry : journal) {
    const bool derived = !IsFact(entry) && entry.kind != EntryKind::kCorrection;
    if (derived) lines.emplace(std::pair(entry.value_date, entry.quote), &entry);
  }
  return lines;
}

}  // namespace

absl::StatusOr<Position> PositionAsOf(std::span<const Entry> journal, Day as_of,
                                      absl::Time known_at) {
  Position position;
  for (const Entry& entry : journal) {
    if (entry.value_date > as_of || entry.booked_time > known_at) continue;
    const std::optional<Position> sum = Sum(position, EffectOf(entry.postings));
    if (!sum.has_value()) return OutOfRange();
    position = *sum;
  }
  return position;
}

absl::StatusOr<Bookkeeper> Replay(std::span<const Entry> journal, const LedgerRules& rules,
                                  Day through, std::optional<Day> also_due) {
  Bookkeeper bookkeeper(rules);
  const std::vector<const Entry*> facts = FactsByValueDate(journal);
  for (const Entry& entry : journal) {
    // What settles interest posts it in its own turn, after the facts of the day before it.
    if (entry.kind == EntryKind::kInterest && !IsSettledOn(facts, entry.value_date)) {
      bookkeeper.AlsoDueOn(entry.value_date);
    }
    if (entry.kind == EntryKind::kReversal) bookkeeper.Disregard(entry.linked);
  }
  if (also_due.has_value()) bookkeeper.AlsoDueOn(*also_due);
  for (const Entry* fact : facts) PARLEY_RETURN_IF_ERROR(bookkeeper.Take(*fact));
  PARLEY_RETURN_IF_ERROR(bookkeeper.PostMonthEndsThrough(through));
  return bookkeeper;
}

LastRelief LastReliefOf(const Bookkeeper& replay) {
  absl::flat_hash_set<EntryId> reversed;
  for (const Line& line : replay.lines()) {
    if (line.fact != nullptr) reversed.insert(line.fact->linked);
  }
  const auto lowers = [&](const Line& line) {
    return line.fact != nullptr && line.fact->linked.IsNil() && !reversed.contains(line.fact->id) &&
           Outstanding(EffectOf(line.postings)).value_or(0) < 0;
  };
  const auto last = std::find_if(replay.lines().rbegin(), replay.lines().rend(), lowers);
  const bool writes_off = last != replay.lines().rend() && last->fact->kind == EntryKind::kWriteOff;
  return writes_off ? LastRelief::kWriteOff : LastRelief::kOther;
}

std::vector<Amendment> FindAmendments(std::span<const Entry> journal, const Bookkeeper& replay) {
  const auto shown = ShownPostings(journal);
  auto derived = DerivedByDay(journal);
  std::vector<Amendment> amendments;
  const auto amend = [&](const Entry* entry, const Line* line) {
    AccountSums difference;
    if (line != nullptr) difference.Add(line->postings, 1);
    if (entry != nullptr) difference.Add(shown.at(entry->id).NonZero(), -1);
    std::vector<Posting> postings = difference.NonZero();
    if (!postings.empty()) amendments.push_back({entry, line, std::move(postings)});
  };
  for (const Line& line : replay.lines()) {
    const auto posted =
        line.fact == nullptr ? derived.extract({line.value_date, line.quote}) : DerivedLine();
    amend(line.fact != nullptr ? line.fact : posted.empty() ? nullptr : posted.mapped(), &line);
  }
  for (const auto& [day, entry] : derived) amend(entry, nullptr);
  return amendments;
}

}  // namespace parley
