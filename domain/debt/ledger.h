// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_LEDGER_H_
#define PARLEY_DOMAIN_DEBT_LEDGER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"

namespace parley {

// The rules by which facts become postings. The allocation that a journal must show is the one that
// results when its facts are taken in the order of their value dates (those of one day in the order
// of booking); when a backdated fact changes it, corrections post the difference.

// The change of position that a fact makes before it is settled. A reversal undoes `reversed`, the
// effect that the reversed entry has in its place.
absl::StatusOr<Position> GrossEffect(const Entry& fact, const Position* reversed);

// The counter account of a fact; for a reversal, that of the entry it reverses.
Account CounterAccountFor(const Entry& fact, const Entry* reversed);

// A fact taken on top of a position: the postings that it makes, and the position after it.
struct Booking {
  std::vector<Posting> postings;
  Position after;
};
absl::StatusOr<Booking> Book(const Position& before, const Entry& fact, const Entry* reversed,
                             const Position* reversed_effect);

// Where a journal stands at the end of a day, as known at an instant: the sum of the postings that
// were value-dated by then and booked by then. Entries may come in any order.
absl::StatusOr<Position> PositionAsOf(std::span<const Entry> journal, Day as_of,
                                      absl::Time known_at = absl::InfiniteFuture());

// One fact's postings as they should be, beside the entry's number.
struct Replayed {
  std::int64_t number;
  std::vector<Posting> postings;
};

// All facts of a journal taken in the order of their value dates: what each should show, and where
// the ledger stands at the end. Corrections are no facts and are left out.
struct Replay {
  std::vector<Replayed> facts;
  Position final_position;
};
absl::StatusOr<Replay> ReplayFacts(std::span<const Entry> journal);

// A change of an earlier allocation that the journal does not show yet.
struct MissingCorrection {
  EntryId corrects;
  Day value_date;
  std::vector<Posting> postings;
};
absl::StatusOr<std::vector<MissingCorrection>> FindMissingCorrections(
    std::span<const Entry> journal, const Replay& replay);

// What always holds of a debt's ledger.
enum class Invariant : std::uint8_t {
  kPostingsSumToZero,       // Those of each entry.
  kNumbersRunOn,            // 1, 2, ... up to the number of entries that the debt keeps.
  kLinksLeadBack,           // From reversals and corrections to earlier entries; reversed once.
  kBucketsEqualJournal,     // The position that the debt keeps is the sum of its journal.
  kAtRestOnEveryDay,        // No bucket below zero, and credit only when nothing is owed.
  kAllocationEqualsReplay,  // What is shown is what taking the facts by value date gives.
  kItemisationAddsUp,       // To the balance.
};

std::string_view NameOf(Invariant invariant);  // "BUCKETS_EQUAL_JOURNAL".

// A broken invariant, with a sentence that names the spot and no amount.
struct Finding {
  Invariant invariant;
  std::string sentence;

  friend bool operator==(const Finding&, const Finding&) = default;
};

// What is broken in a journal, and between it and the position that the debt keeps; empty when it
// is sound.
std::vector<Finding> CheckJournal(std::span<const Entry> journal, const Position& kept);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_LEDGER_H_
