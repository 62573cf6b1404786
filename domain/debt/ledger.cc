// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/ledger.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/container/flat_hash_map.h"
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
    if (entry.kind != EntryKind::kCorrection) facts.push_back(&entry);
  }
  std::sort(facts.begin(), facts.end(), [](const Entry* left, const Entry* right) {
    return left->value_date != right->value_date ? left->value_date < right->value_date
                                                 : left->number < right->number;
  });
  return facts;
}

Position InBucket(Bucket bucket, std::int64_t minor_units) {
  Position effect;
  effect.owed[bucket] = minor_units;
  return effect;
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
  std::array<absl::int128, 16> sums_{};
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

}  // namespace

absl::StatusOr<Position> GrossEffect(const Entry& fact, const Position* reversed) {
  switch (fact.kind) {
    case EntryKind::kOpening:
      return EffectOf(fact.postings);
    case EntryKind::kCharge:
      return InBucket(fact.bucket.value_or(Bucket::kPrincipal), fact.amount);
    case EntryKind::kCredit:
      return InBucket(fact.bucket.value_or(Bucket::kPrincipal), -fact.amount);
    case EntryKind::kPayment: {
      Position effect;
      effect.credit = fact.amount;
      return effect;
    }
    case EntryKind::kReversal: {
      if (reversed == nullptr) return Refuse(Reason::kRecordCorrupt);
      const std::optional<Position> undone = Difference(Position{}, *reversed);
      if (!undone.has_value()) return OutOfRange();
      return *undone;
    }
    case EntryKind::kCorrection:
      return EffectOf(fact.postings);
  }
  return Refuse(Reason::kRecordCorrupt);
}

Account CounterAccountFor(const Entry& fact, const Entry* reversed) {
  switch (fact.kind) {
    case EntryKind::kCharge:
      return Account::kCharges;
    case EntryKind::kPayment:
      return Account::kPayments;
    case EntryKind::kCredit:
      return Account::kCredits;
    case EntryKind::kReversal:
      return reversed == nullptr ? Account::kPlacement : CounterAccountFor(*reversed, nullptr);
    case EntryKind::kOpening:
    case EntryKind::kCorrection:
      return Account::kPlacement;
  }
  return Account::kPlacement;
}

absl::StatusOr<Booking> Book(const Position& before, const Entry& fact, const Entry* reversed,
                             const Position* reversed_effect) {
  PARLEY_ASSIGN_OR_RETURN(const Position gross, GrossEffect(fact, reversed_effect));
  const std::optional<Position> raised = Sum(before, gross);
  if (!raised.has_value()) return OutOfRange();
  const std::optional<Position> after = Settle(*raised, kDefaultAllocationOrder);
  if (!after.has_value()) return OutOfRange();
  const std::optional<Position> effect = Difference(*after, before);
  if (!effect.has_value()) return OutOfRange();
  return Booking{PostingsOf(*effect, CounterAccountFor(fact, reversed)), *after};
}

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

absl::StatusOr<Replay> ReplayFacts(std::span<const Entry> journal) {
  Replay replay;
  absl::flat_hash_map<EntryId, std::pair<const Entry*, Position>> taken;
  for (const Entry* fact : FactsByValueDate(journal)) {
    const auto reversed = taken.find(fact->linked);
    const bool found = reversed != taken.end();
    PARLEY_ASSIGN_OR_RETURN(Booking booking, Book(replay.final_position, *fact,
                                                  found ? reversed->second.first : nullptr,
                                                  found ? &reversed->second.second : nullptr));
    taken.emplace(fact->id, std::make_pair(fact, EffectOf(booking.postings)));
    replay.final_position = booking.after;
    replay.facts.push_back({fact->number, std::move(booking.postings)});
  }
  return replay;
}

absl::StatusOr<std::vector<MissingCorrection>> FindMissingCorrections(
    std::span<const Entry> journal, const Replay& replay) {
  absl::flat_hash_map<std::int64_t, const Entry*> by_number;
  for (const Entry& entry : journal) by_number.emplace(entry.number, &entry);
  const auto shown = ShownPostings(journal);
  std::vector<MissingCorrection> missing;
  for (const Replayed& fact : replay.facts) {
    const Entry& entry = *by_number.at(fact.number);
    AccountSums difference;
    difference.Add(fact.postings, 1);
    difference.Add(shown.at(entry.id).NonZero(), -1);
    std::vector<Posting> postings = difference.NonZero();
    if (postings.empty()) continue;
    missing.push_back({entry.id, entry.value_date, std::move(postings)});
  }
  return missing;
}

}  // namespace parley
