// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_INTEREST_ACCOUNT_H_
#define PARLEY_DOMAIN_DEBT_INTEREST_ACCOUNT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/debt/exact_interest.h"
#include "domain/debt/interest_meter.h"
#include "domain/debt/interest_terms.h"

namespace parley {

// Where a ledger's interest stands: enough to go on at the ledger's end without its journal.
struct InterestStanding {
  Day base_since;           // What bears interest is the same since the end of this day,
  ExactInterest accrued;    // and this is what has accrued through it.
  Day posted_through;       // What accrued through this day is posted.
  std::int64_t posted = 0;  // Minor units; what the debt was opened with is not in it.

  friend bool operator==(const InterestStanding&, const InterestStanding&) = default;
};

// A posting of interest: what accrued in the days after `after`, and what was left over before.
struct Accrued {
  std::int64_t amount = 0;  // Minor units, at or above zero.
  Day after;
  std::int64_t carried_millionths = 0;  // Of a minor unit; signed.
  std::int64_t topped_up = 0;           // Part of the amount.
};

// How much interest becomes a part of what is owed, and when. A posting is the exact total rounded,
// less what was posted before, so that rounding never adds up; the cap bounds the sum of all
// postings. At the end of a month in which some accrued, no day of which was frozen and at whose
// end the debt still bears interest, what is missing to the least for a month is posted on top, and
// no later posting is less for it. Errors: BALANCE_OUT_OF_RANGE.
class InterestAccount {
 public:
  // Terms and freezes outlive the account.
  InterestAccount(const InterestTerms& terms, std::span<const Period> freezes);
  // Goes on at a ledger's end. With a least for a month the whole ledger must be taken instead.
  InterestAccount(const InterestTerms& terms, std::span<const Period> freezes, std::int64_t base,
                  const InterestStanding& standing);

  // What bears interest from the end of `day` on. Days never go back.
  absl::Status BaseIs(Day day, std::int64_t base);

  // Posts what accrued through the end of `day`.
  absl::StatusOr<Accrued> PostThrough(Day day);
  Day posted_through() const { return posted_through_; }
  std::int64_t posted() const { return posted_; }

  InterestStanding standing() const;
  const InterestMeter& meter() const { return meter_; }

 private:
  absl::StatusOr<std::int64_t> Unposted(const ExactInterest& accrued) const;
  std::int64_t TopUp(Day month_end, const ExactInterest& accrued, std::int64_t due) const;

  const InterestTerms& terms_;
  std::span<const Period> freezes_;
  InterestMeter meter_;
  Day posted_through_;
  std::int64_t posted_ = 0;
  std::int64_t topped_up_ = 0;  // Of what was posted: beyond what accrued.
  ExactInterest at_posting_;
  ExactInterest at_month_begin_;
  std::int64_t posted_in_month_ = 0;
};

// What has accrued in minor units, rounded half to even. Where a ledger could not hold it, the cap
// decides alone, so that the total stops at the largest balance; without a cap there is none.
std::optional<std::int64_t> RoundedTotal(const ExactInterest& accrued, const InterestTerms& terms);

// The last day of a day's month.
Day MonthEnd(Day day);

// The last day of the month before: the latest month end that is over.
Day LastMonthEnd(Day today);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_INTEREST_ACCOUNT_H_
