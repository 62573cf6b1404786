// SPDX-License-Identifier: Apache-2.0
#include "application/debts/tell_debt.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "application/local_day.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/debt/accrual.h"

namespace parley {
namespace {

// What will be known later is not known now. Nor is what a writer is about to commit: what is told
// is as known at the last change that can be seen, because every later one is booked after it.
absl::StatusOr<absl::Time> KnownAt(const std::optional<absl::Time>& asked, absl::Time now,
                                   absl::Time last) {
  if (!asked.has_value() || *asked <= std::max(now, last)) {
    return std::min(asked.value_or(last), last);
  }
  Violations violations;
  violations.Add("known_time", Fault::kDateInFuture);
  return violations.ToStatus();
}

// When something was last announced, came in or was known to fail.
absl::Time LastChangeOf(const std::vector<ExpectedMoney>& expected) {
  absl::Time last = absl::InfinitePast();
  for (const ExpectedMoney& money : expected) {
    const bool landed = money.landed_time < absl::InfiniteFuture();
    last = std::max(last, landed ? money.landed_time : money.announced_time);
  }
  return last;
}

// By which rules the debt bore interest then, so that what is issued again is the same: a change
// that came later left a notice of what was before it.
void ForgetChangesAfter(absl::Time known_at, DebtJournal& journal) {
  for (const ChangeNotice& notice : journal.notices) {
    if (notice.created_time <= known_at) continue;
    journal.debt.rules.order = notice.before.order;
    journal.debt.rules.interest = notice.before.interest;
    return;
  }
}

}  // namespace

absl::StatusOr<ItemiseDebt::Result> ItemiseDebt::Handle(const Query& query) const {
  const absl::Time now = clock_.Now();
  PARLEY_ASSIGN_OR_RETURN(DebtJournal journal,
                          portfolio_.GetJournal(query.tenant, query.debtor, query.debt));
  PARLEY_ASSIGN_OR_RETURN(const absl::Time known_at,
                          KnownAt(query.known_at, now, journal.debt.updated_time));
  const Day as_of = query.as_of.value_or(LocalDay(zones_, journal.time_zone, now));
  PARLEY_ASSIGN_OR_RETURN(Itemisation itemisation,
                          Itemise(journal.debt, journal.entries, as_of, known_at));
  return Result{std::move(journal.debt), std::move(itemisation)};
}

absl::StatusOr<IssueStatement::Result> IssueStatement::Handle(const Query& query) const {
  PARLEY_ASSIGN_OR_RETURN(DebtJournal journal,
                          portfolio_.GetJournal(query.tenant, query.debtor, query.debt));
  const absl::Time last = std::max(journal.debt.updated_time, LastChangeOf(journal.expected));
  PARLEY_ASSIGN_OR_RETURN(const absl::Time known_at, KnownAt(query.known_at, clock_.Now(), last));
  ForgetChangesAfter(known_at, journal);
  PARLEY_ASSIGN_OR_RETURN(Statement statement,
                          MakeStatement(journal.entries, query.period, known_at));
  PARLEY_ASSIGN_OR_RETURN(
      const std::int64_t accrued,
      AccruedAsOf(journal.entries, journal.debt.rules, query.period.to, known_at));
  std::vector<ExpectedMoney> in_flight =
      InFlightAsOf(journal.expected, LocalDay(zones_, journal.time_zone, known_at), known_at);
  std::vector<ChangeNotice> notices;
  std::copy_if(journal.notices.begin(), journal.notices.end(), std::back_inserter(notices),
               [&](const ChangeNotice& notice) {
                 return notice.given <= query.period.to && notice.effective >= query.period.from &&
                        notice.created_time <= known_at;
               });
  return Result{std::move(journal), std::move(statement), accrued, std::move(in_flight),
                std::move(notices)};
}

}  // namespace parley
