// SPDX-License-Identifier: Apache-2.0
#include "application/debts/explain_debt.h"

#include <algorithm>
#include <utility>

#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<ExplainDebt::Result> ExplainDebt::Handle(const Query& query) const {
  PARLEY_ASSIGN_OR_RETURN(Debt debt, portfolio_.GetDebt(query.tenant, query.debtor, query.debt));
  PARLEY_ASSIGN_OR_RETURN(DebtorHolds known,
                          portfolio_.GetHolds(query.tenant, query.debtor, query.debt));
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, directory_.GetDebtor(query.tenant, query.debtor));
  const Day today = LocalDay(zones_, known.time_zone, clock_.Now());
  Circumstances now = CircumstancesOf(debt.status, known.holds, debt.id, today);
  now.we_hold = debt.position.credit > 0;
  const std::optional<ComingDay> coming = NextDayOf(known.holds, debt.id, today);
  std::erase_if(known.holds, [&](const Hold& hold) { return !IsActiveOn(hold, debt.id, today); });
  // The words for what holds say stand in the order of their weight.
  std::stable_sort(known.holds.begin(), known.holds.end(), [](const Hold& left, const Hold& right) {
    return PlainStateOf(left) < PlainStateOf(right);
  });
  return Result{std::move(debt), debtor.language, Explain(now), coming, std::move(known.holds)};
}

}  // namespace parley
