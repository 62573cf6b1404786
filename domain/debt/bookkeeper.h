// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_BOOKKEEPER_H_
#define PARLEY_DOMAIN_DEBT_BOOKKEEPER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "domain/common/days.h"
#include "domain/debt/booking.h"
#include "domain/debt/entry.h"
#include "domain/debt/interest_account.h"
#include "domain/debt/interest_terms.h"
#include "domain/debt/payoff.h"
#include "domain/debt/position.h"

namespace parley {

// The rules by which a ledger is kept, beside its facts.
struct LedgerRules {
  AllocationOrder order = kDefaultAllocationOrder;  // Of money without an order of its own.
  std::optional<InterestTerms> interest;
  std::vector<Period> freezes;  // Days without interest.
  std::vector<Payoff> payoffs;  // Quotes that were given, in that order.

  friend bool operator==(const LedgerRules&, const LedgerRules&) = default;
};

// Where a ledger stands: enough to go on at its end without its journal.
struct LedgerStanding {
  Position position;
  std::optional<InterestStanding> interest;  // None for a ledger without interest.
  std::vector<QuoteId> quotes_met = {};      // In the order in which they were given.

  friend bool operator==(const LedgerStanding&, const LedgerStanding&) = default;
};

// True for what must find all interest posted that accrued before it.
bool SettlesInterest(EntryKind kind);

// What a fact, the interest that was due, or a quote that was met makes of the ledger.
struct Line {
  const Entry* fact = nullptr;  // None for a line of interest and for what a quote lets go.
  Day value_date;
  Position before;
  Accrued interest;  // Of a line of interest.
  std::vector<Posting> postings;
  QuoteId quote;  // Of what a quote lets go; else nil.
  // Of money: what it would have to bring so that nothing is owed any more.
  std::int64_t pays_off = 0;

  bool IsInterest() const { return fact == nullptr && quote.IsNil(); }
};

// Takes a ledger's facts in the order in which they count, and before each posts the interest that
// is due: at each month's end, on the day of a quote, and up to its value date before money or
// relief is applied. After money that meets a quote it lets go what came on top since. Errors of
// all that posts: BALANCE_OUT_OF_RANGE.
class Bookkeeper {
 public:
  // From the beginning.
  explicit Bookkeeper(const LedgerRules& rules);
  // From where a ledger stands. Quotes are not judged: money that may meet one needs all that came
  // since it.
  Bookkeeper(const LedgerRules& rules, const LedgerStanding& standing);

  // Interest is due on this day too: it was posted on it before, or is to be now. Days come in any
  // order, before the facts.
  void AlsoDueOn(Day day);
  // This entry is taken back by some fact.
  void Disregard(EntryId entry) { judge_.Disregard(entry); }

  // Takes a fact, which counts on the day of the one before or later, and outlives the bookkeeper.
  absl::Status Take(const Entry& fact);

  // Posts what is due at the end of each month, and on each other day that was named, up to and
  // including this day.
  absl::Status PostMonthEndsThrough(Day day);

  LedgerStanding standing() const;
  const std::vector<Line>& lines() const { return lines_; }
  // How a line of interest came about.
  InterestDetail DetailOf(const Line& line) const;

 private:
  Day NextDue() const;
  absl::Status PostInterestThrough(Day day);
  absl::Status LetGo(const MetPayoff& met, const Entry& payment);
  void TakeOff(EntryId fact, std::int64_t amount);
  absl::Status BookAsLine(Line line, const Entry& entry, const Undone* undone);

  const LedgerRules& rules_;
  Position position_;
  std::optional<InterestAccount> interest_;
  std::vector<Day> also_due_;  // In order.
  PayoffJudge judge_;
  std::vector<QuoteId> met_before_;
  absl::flat_hash_map<EntryId, Undone> taken_;
  std::vector<Line> lines_;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_BOOKKEEPER_H_
