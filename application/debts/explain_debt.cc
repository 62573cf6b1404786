// SPDX-License-Identifier: Apache-2.0
#include "application/debts/explain_debt.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "application/local_day.h"
#include "application/payments/announced.h"
#include "domain/common/status_macros.h"
#include "domain/debt/payment.h"

namespace parley {

absl::StatusOr<ExplainDebt::Result> ExplainDebt::Handle(const Query& query) const {
  const auto& [portfolio, payments, directory] = sources_;
  PARLEY_ASSIGN_OR_RETURN(Debt debt, portfolio.GetDebt(query.tenant, query.debtor, query.debt));
  PARLEY_ASSIGN_OR_RETURN(DebtorHolds known,
                          portfolio.GetHolds(query.tenant, query.debtor, query.debt));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Payment> announced,
                          AnnouncedOf(payments, query.tenant, query.debtor));
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, directory.GetDebtor(query.tenant, query.debtor));
  const Day today = LocalDay(zones_, known.time_zone, clock_.Now());
  std::vector<Hold> holds = std::move(known.holds);
  const std::vector<Hold> in_flight = HoldsInFlight(announced, today);
  std::copy(in_flight.begin(), in_flight.end(), std::back_inserter(holds));
  std::erase_if(holds, [&](const Hold& hold) { return !IsActiveOn(hold, debt.id, today); });
  // The words for what holds say stand in the order of their weight.
  std::stable_sort(holds.begin(), holds.end(), [](const Hold& left, const Hold& right) {
    return PlainStateOf(left) < PlainStateOf(right);
  });
  Result result{.debt = std::move(debt), .language = debtor.language};
  result.status = Explain(CircumstancesOf(result.debt, holds, today));
  result.coming = NextDayOf(result.debt, holds, today);
  result.on_its_way = InFlightTo(result.debt.id, announced, today);
  result.holds = std::move(holds);
  return result;
}

}  // namespace parley
