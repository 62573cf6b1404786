// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_BOOKING_H_
#define PARLEY_DOMAIN_DEBT_BOOKING_H_

#include <vector>

#include "absl/status/statusor.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"

namespace parley {

// An entry that is to be undone, and the effect that it has in its place.
struct Undone {
  const Entry* entry = nullptr;
  Position effect;
};

// A fact, or a line of interest, taken on top of a position: the postings that it makes, and the
// position after it.
struct Booking {
  std::vector<Posting> postings;
  Position after;
};

// `undone` is what a reversal reverses; any other kind needs none.
//   A payment fills the buckets in its order; what is left recovers what was written off, and the
//   rest is held. A credit and a waiver lower their bucket first, and what is left is spread like a
//   payment; a waiver that names no bucket is spread at once. A write-off never takes more than is
//   owed. A reversal takes back the effect.
// Errors: BALANCE_OUT_OF_RANGE; RECORD_CORRUPT for a reversal without what it reverses.
absl::StatusOr<Booking> Book(const Position& before, const Entry& entry,
                             const Undone* undone = nullptr);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_BOOKING_H_
