// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_POSITION_H_
#define PARLEY_DOMAIN_DEBT_POSITION_H_

#include <cstdint>
#include <optional>

#include "domain/debt/bucket.h"

namespace parley {

// The most that may be owed or held: sums and differences of any two positions fit 64 bits.
inline constexpr std::int64_t kLargestBalance = 4'000'000'000'000'000'000;

// Where a ledger stands: what is owed by bucket, what we hold for the debtor, what was written off,
// and how much of that came in after all. At rest none of them is negative, no more is recovered
// than was written off, and credit is held only when nothing is owed and nothing is left to
// recover.
struct Position {
  Buckets owed;
  std::int64_t credit = 0;
  std::int64_t written_off = 0;
  std::int64_t recovered = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

// The sum of the buckets; none when it does not fit 64 bits.
std::optional<std::int64_t> Outstanding(const Position& position);

// What is owed minus what is held: the debt's balance, signed.
std::optional<std::int64_t> Net(const Position& position);

// What was written off and has not come in after all.
inline std::int64_t Lost(const Position& position) {
  return position.written_off - position.recovered;
}

// Adds two positions bucket by bucket; none on overflow.
std::optional<Position> Sum(const Position& left, const Position& right);

// The change that leads from one position to another; none on overflow.
std::optional<Position> Difference(const Position& to, const Position& from);

// Brings a position to rest: a bucket below zero becomes credit, and so does money that recovered
// what is asked for again; missing credit becomes owed as principal; credit pays what is owed in
// that order, and then recovers what was written off. The net, with what is written off and not
// recovered, stays as it is. None when more than kLargestBalance would be owed or held.
std::optional<Position> Settle(const Position& position, const AllocationOrder& order);

// True when something is owed.
bool IsOwing(const Position& position);

// True when the position is at rest and within range.
bool IsSettled(const Position& position);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_POSITION_H_
