// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/position.h"

#include <algorithm>

#include "domain/common/money.h"

namespace parley {
namespace {

// Combines two positions part by part. The operation says whether the result fits; it stands in
// place, because a ledger is as many sums as it has entries.
template <typename Operation>
std::optional<Position> Combine(const Position& left, const Position& right, Operation fits) {
  Position result;
  for (const Bucket bucket : kBuckets) {
    if (!fits(left.owed[bucket], right.owed[bucket], result.owed[bucket])) return std::nullopt;
  }
  if (!fits(left.credit, right.credit, result.credit) ||
      !fits(left.written_off, right.written_off, result.written_off) ||
      !fits(left.recovered, right.recovered, result.recovered)) {
    return std::nullopt;
  }
  return result;
}

// Moves what is below zero in a bucket to the credit.
bool MoveSurplusToCredit(Position& position) {
  for (const Bucket bucket : kBuckets) {
    if (position.owed[bucket] >= 0) continue;
    const auto credit = CheckedSubtract(position.credit, position.owed[bucket]);
    if (!credit.has_value()) return false;
    position.credit = *credit;
    position.owed[bucket] = 0;
  }
  return true;
}

// Money that recovered what was written off is no more and no less than that: what is beyond it is
// the debtor's again, and what is missing has to come from the debtor.
bool MoveSurplusOfRecovery(Position& position) {
  const std::int64_t sound = std::clamp(position.recovered, std::int64_t{0}, position.written_off);
  const auto credit = CheckedAdd(position.credit, position.recovered - sound);
  if (!credit.has_value()) return false;
  position.credit = *credit;
  position.recovered = sound;
  return true;
}

}  // namespace

std::optional<std::int64_t> Outstanding(const Position& position) {
  std::optional<std::int64_t> sum = 0;
  for (const Bucket bucket : kBuckets) {
    if (sum.has_value()) sum = CheckedAdd(*sum, position.owed[bucket]);
  }
  return sum;
}

std::optional<std::int64_t> Net(const Position& position) {
  const std::optional<std::int64_t> outstanding = Outstanding(position);
  if (!outstanding.has_value()) return std::nullopt;
  return CheckedSubtract(*outstanding, position.credit);
}

std::optional<Position> Sum(const Position& left, const Position& right) {
  return Combine(left, right, [](std::int64_t one, std::int64_t other, std::int64_t& sum) {
    return !__builtin_add_overflow(one, other, &sum);
  });
}

std::optional<Position> Difference(const Position& to, const Position& from) {
  return Combine(to, from, [](std::int64_t one, std::int64_t other, std::int64_t& difference) {
    return !__builtin_sub_overflow(one, other, &difference);
  });
}

std::optional<Position> Settle(const Position& position, const AllocationOrder& order) {
  Position settled = position;
  if (settled.written_off < 0) return std::nullopt;
  if (!MoveSurplusToCredit(settled) || !MoveSurplusOfRecovery(settled)) return std::nullopt;
  if (settled.credit < 0) {
    const auto owed = CheckedSubtract(settled.owed[Bucket::kPrincipal], settled.credit);
    if (!owed.has_value()) return std::nullopt;
    settled.owed[Bucket::kPrincipal] = *owed;
    settled.credit = 0;
  }
  for (const Bucket bucket : order) {
    const std::int64_t paid = std::min(settled.credit, settled.owed[bucket]);
    settled.owed[bucket] -= paid;
    settled.credit -= paid;
  }
  const std::int64_t recovered = std::min(settled.credit, settled.written_off - settled.recovered);
  settled.credit -= recovered;
  settled.recovered += recovered;
  return IsSettled(settled) ? std::optional<Position>(settled) : std::nullopt;
}

bool IsOwing(const Position& position) {
  return std::any_of(kBuckets.begin(), kBuckets.end(),
                     [&](Bucket bucket) { return position.owed[bucket] > 0; });
}

bool IsSettled(const Position& position) {
  const std::optional<std::int64_t> outstanding = Outstanding(position);
  if (!outstanding.has_value() || *outstanding > kLargestBalance) return false;
  if (position.credit < 0 || position.credit > kLargestBalance) return false;
  if (position.recovered < 0 || position.recovered > position.written_off) return false;
  if (position.written_off > kLargestBalance) return false;
  const bool sound = std::all_of(kBuckets.begin(), kBuckets.end(),
                                 [&](Bucket bucket) { return position.owed[bucket] >= 0; });
  const bool paid_up = *outstanding == 0 && position.recovered == position.written_off;
  return sound && (position.credit == 0 || paid_up);
}

}  // namespace parley
