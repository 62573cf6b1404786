// SPDX-License-Identifier: Apache-2.0
#include "application/debts/list_holds.h"

#include "application/local_day.h"
#include "application/payments/announced.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

bool Fits(const HoldFilter& filter, const Hold& hold, Day today) {
  return (!filter.debt.has_value() || Concerns(hold, *filter.debt)) &&
         filter.state.value_or(StateOn(hold, today)) == StateOn(hold, today) &&
         filter.type.value_or(hold.type) == hold.type;
}

// The currency in which parts of a debt are disputed.
std::optional<Currency> CurrencyOf(const std::vector<Hold>& holds, DebtId debt) {
  for (const Hold& hold : holds) {
    if (hold.disputed.has_value() && Concerns(hold, debt)) return hold.disputed->currency();
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<ListHolds::Result> ListHolds::Handle(const Query& query) const {
  const HoldFilter& filter = query.filter;
  PARLEY_ASSIGN_OR_RETURN(const DebtorHolds found,
                          portfolio_.GetHolds(query.tenant, query.debtor, filter.debt));
  Result result;
  result.today = LocalDay(zones_, found.time_zone, clock_.Now());
  for (const Hold& hold : found.holds) {
    if (hold.id <= query.after || !Fits(filter, hold, result.today)) continue;
    result.more = result.holds.size() == query.most;
    if (result.more) break;
    result.holds.push_back(hold);
  }
  if (filter.debt.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(const HoldEffects derived,
                            EffectsOfMoney(query.tenant, query.debtor, *filter.debt, result.today));
    result.effects = EffectsOn(found.holds, *filter.debt, result.today, derived);
    result.currency = CurrencyOf(found.holds, *filter.debt);
  }
  return result;
}

// What money on its way to a debt forbids.
absl::StatusOr<HoldEffects> ListHolds::EffectsOfMoney(TenantId tenant, DebtorId debtor, DebtId debt,
                                                      Day today) const {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Payment> announced,
                          AnnouncedOf(payment_book_, tenant, debtor));
  return EffectsOn(HoldsInFlight(announced, today), debt, today);
}

}  // namespace parley
