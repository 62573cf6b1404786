// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_REVISE_TERMS_H_
#define PARLEY_DOMAIN_DEBT_REVISE_TERMS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/settings.h"

namespace parley {

using NoticeId = Id<struct NoticeTag>;

// What a change of terms may touch.
struct DebtTerms {
  AllocationOrder order = kDefaultAllocationOrder;
  std::optional<InterestTerms> interest;

  friend bool operator==(const DebtTerms&, const DebtTerms&) = default;
};

// Tells a debtor that a debt's order of money or its terms of interest change.
struct ChangeNotice {
  NoticeId id;
  DebtorId debtor;
  DebtId debt;
  Day given;
  Day effective;  // The first day on which something is different; a change may be backdated.
  DebtTerms before;
  DebtTerms after;
  std::string actor;
  absl::Time created_time;

  friend bool operator==(const ChangeNotice&, const ChangeNotice&) = default;
};

// A debt under its new terms, with the notice; none when nothing is different.
struct RevisedTerms {
  Posted posted;
  std::optional<ChangeNotice> notice;
};

// What is asked to change; what is not given stays.
struct TermsChange {
  NoticeId notice;
  GivenTerms terms;
  int notice_days = 0;  // Between the notice and the begin of what costs the debtor more.
};

// Adds what is wrong with new terms of a debt; paths are those of the request.
void CheckTermsChange(const GivenTerms& terms, Day opened, Violations& violations);

// The first day from which the debtor may have to pay more by the new terms than by the old ones.
// What has no day of its own (what bears interest, how days are counted, a bound, a least) counts
// from the first day that bears interest; the order of money counts from today. None when no day
// costs more.
std::optional<Day> FirstDearerDay(const DebtTerms& before, const DebtTerms& after, Day today);

// Gives a debt other terms: what was posted by the old ones is judged anew from the day on which
// they differ. It always needs the journal.
// Errors: NOTICE_TOO_SHORT for a rate that costs the debtor more before the days of notice are
// over, TERMS_WITHOUT_DAY for anything else that does, as it can begin on no later day; those of
// ChangeRules.
absl::StatusOr<RevisedTerms> ReviseTerms(const Debt& debt, const TermsChange& change,
                                         std::span<const Entry> journal, const Stamp& stamp,
                                         const EntryIdSource& next_id);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_REVISE_TERMS_H_
