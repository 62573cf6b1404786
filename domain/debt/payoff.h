// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_PAYOFF_H_
#define PARLEY_DOMAIN_DEBT_PAYOFF_H_

#include <cstdint>
#include <span>
#include <vector>

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
  std::int64_t amount = 0;           // Minor units: all that was owed then.
  std::int64_t interest_posted = 0;  // Minor units: all interest that was ever posted by then.
  absl::Time issued_time;
  Day issued;       // The quote holds from this day on,
  Day valid_until;  // through this one.

  friend bool operator==(const Payoff&, const Payoff&) = default;
};

// A quote that money met, and the fees, costs and penalties that came on top since it was given.
struct MetPayoff {
  const Payoff* payoff = nullptr;
  absl::int128 added = 0;  // Minor units.
};

// Judges quotes while a ledger's facts are taken in the order in which they count. A quote is met
// by payments that were booked after it and count within its days, once they reach its amount. What
// was taken back at any time counts for nothing.
class PayoffJudge {
 public:
  // `met` are those that were met before; the payoffs outlive the judge.
  PayoffJudge(std::span<const Payoff> payoffs, const std::vector<QuoteId>& met);

  // This entry is taken back.
  void Disregard(EntryId entry);

  // Takes a fact; what comes back are the quotes that it meets.
  std::vector<MetPayoff> Take(const Entry& fact);

  // The quotes that are met, in the order in which they were given.
  std::vector<QuoteId> met() const;

 private:
  struct Case {
    const Payoff* payoff;
    bool met = false;
    absl::int128 paid = 0;
    absl::int128 added = 0;
  };

  std::vector<Case> cases_;
  absl::flat_hash_set<EntryId> disregarded_;
};

// True when a payment of that day may meet a quote.
bool MayBeMetOn(const Payoff& payoff, Day value_date);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_PAYOFF_H_
