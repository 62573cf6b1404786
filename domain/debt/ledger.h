// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_LEDGER_H_
#define PARLEY_DOMAIN_DEBT_LEDGER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/debt/bookkeeper.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"
#include "domain/debt/status.h"

namespace parley {

// The rules by which facts become postings. The allocation that a journal must show is the one that
// results when its facts are taken in the order of their value dates (those of one day in the order
// of booking); when a backdated fact changes it, corrections post the difference.

// Where a journal stands at the end of a day, as known at an instant: the sum of the postings that
// were value-dated by then and booked by then. Entries may come in any order.
absl::StatusOr<Position> PositionAsOf(std::span<const Entry> journal, Day as_of,
                                      absl::Time known_at = absl::InfiniteFuture());

// All facts of a journal taken in the order of their value dates, and the interest that is due
// before each, at every month's end through a day, on the days of quotes, and on each other day on
// which interest was posted or is due now: what each should show, and where the ledger stands. What
// follows from facts and rules is no fact and is left out. The journal and the rules outlive what
// comes back.
absl::StatusOr<Bookkeeper> Replay(std::span<const Entry> journal, const LedgerRules& rules,
                                  Day through, std::optional<Day> also_due = std::nullopt);

// The last fact that stands, by value date, of those that lowered what was owed.
LastRelief LastReliefOf(const Bookkeeper& replay);

// What the journal does not show yet: a line of interest, what a quote lets go, or how an earlier
// entry changes.
struct Amendment {
  const Entry* corrects = nullptr;  // None for a line that is new.
  const Line* line = nullptr;       // None when the entry is to show nothing any more.
  std::vector<Posting> postings;
};
std::vector<Amendment> FindAmendments(std::span<const Entry> journal, const Bookkeeper& replay);

// What always holds of a debt's ledger.
enum class Invariant : std::uint8_t {
  kPostingsSumToZero,       // Those of each entry.
  kNumbersRunOn,            // 1, 2, ... up to the number of entries that the debt keeps.
  kLinksLeadBack,           // From reversals and corrections to earlier entries; reversed once.
  kBucketsEqualJournal,     // The position that the debt keeps is the sum of its journal.
  kAtRestOnEveryDay,        // No bucket below zero, and credit only when nothing is owed.
  kAllocationEqualsReplay,  // What is shown is what taking the facts by value date gives.
  kItemisationAddsUp,       // To the balance.
  kRecordIsSound,           // The records of the debt, its entries and payments can be read.
  kPaymentsInJournal,       // What a payment says of the debt stands there.
};

std::string_view NameOf(Invariant invariant);  // "BUCKETS_EQUAL_JOURNAL".

// A broken invariant, with a sentence that names the spot and no amount.
struct Finding {
  Invariant invariant;
  std::string sentence;

  friend bool operator==(const Finding&, const Finding&) = default;
};

// What is broken in a journal, and between it and what the debt keeps beside it; empty when it is
// sound.
std::vector<Finding> CheckJournal(std::span<const Entry> journal, const LedgerRules& rules,
                                  const LedgerStanding& kept);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_LEDGER_H_
