// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PAYOFF_H_
#define PARLEY_DOMAIN_DEBT_PAYOFF_H_

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/numeric/int128.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/debt/entry.h"

namespace parley {

// A quote that was given of what pays a debt off, as a rule of its ledger.
struct Payoff {
  QuoteId quote;
  std::int64_t amount = 0;  // Minor units: all that was owed then.
  absl::Time issued_time;
  Day issued;       // The quote holds from this day on,
  Day valid_until;  // through this one.

  friend bool operator==(const Payoff&, const Payoff&) = default;
};

// A quote that money met, and what came on top of the debt since it was given, in minor units:
// interest of later days, fees, costs and penalties, less what of them was given up.
struct MetPayoff {
  const Payoff* payoff = nullptr;
  absl::int128 on_top = 0;
  absl::int128 interest = 0;                                // That was posted since.
  std::vector<std::pair<EntryId, std::int64_t>> fees = {};  // And what else, in that order.
};

// Judges quotes while a whole ledger's facts are taken in the order in which they count. A quote is
// met by payments that were booked after it and count within its days, once they reach its amount.
// Of several, money meets the newest that it reaches, and with it all that were given by then are
// used up.
class PayoffJudge {
 public:
  // The payoffs outlive the judge.
  explicit PayoffJudge(std::span<const Payoff> payoffs);

  // This entry is taken back by some fact: as money it counts for nothing.
  void Disregard(EntryId entry);

  // Takes interest that is posted for days up to and including that one.
  void TakeInterest(Day day, std::int64_t amount);

  // Takes a fact and what it did to the position; what comes back is the quote that it meets.
  std::optional<MetPayoff> Take(const Entry& fact, const Position& effect);

  // What money of that day must bring so that nothing is owed any more, when this is owed before
  // it: less than that where a quote lets the rest go.
  std::int64_t PaysOff(std::int64_t owed, Day day) const;

  // The quotes that are met, in the order in which they were given.
  std::vector<QuoteId> met() const;

 private:
  struct Change {
    absl::int128 on_top = 0;
    absl::int128 interest = 0;  // Of `on_top`.
  };
  struct Case {
    const Payoff* payoff;
    bool met = false;
    bool open = true;
    absl::int128 paid = 0;
    absl::int128 on_top = 0;
    absl::int128 interest = 0;
    std::vector<std::pair<EntryId, std::int64_t>> fees = {};
    absl::flat_hash_map<EntryId, Change> counted = {};  // What a fact made of both.
  };

  static void Count(Case& each, const Entry& fact, const Position& effect);
  static void Add(Case& each, const Entry& fact, Change change);
  bool IsMoneyFor(const Case& each, const Entry& fact) const;

  std::vector<Case> cases_;
  absl::flat_hash_set<EntryId> disregarded_;
};

// True when a payment of that day may meet a quote.
bool MayBeMetOn(const Payoff& payoff, Day value_date);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PAYOFF_H_
