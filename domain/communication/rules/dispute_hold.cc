// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <vector>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

bool IsTimely(const Dispute& one, const Hearing& hearing) {
  const std::optional<Day>& ends = hearing.facts().validation_ends;
  return !ends.has_value() || Day(hearing.calendar_zone().At(one.submitted).cs) <= *ends;
}

bool AsksOnlyForTheRest(const DisputeHold& kind, const Dispute& one, const Act& act) {
  return kind.rest_may_be_asked && one.undisputed.has_value() && act.amount.has_value() &&
         *act.amount <= *one.undisputed;
}

}  // namespace

Saying Judge(const DisputeHold& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const std::vector<Dispute>& all = hearing.facts().disputes;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Dispute& one = all[at];
    const bool open = one.received <= hearing.known() && one.debts.Covers(hearing.debts()) &&
                      (!one.cleared.has_value() || *one.cleared > hearing.at());
    if (!open) continue;
    if (kind.in_writing && !one.in_writing) {
      if (hearing.notes() != nullptr) hearing.notes()->kept.emplace_back(kind.oral_record);
      continue;
    }
    if (kind.within_validation && !IsTimely(one, hearing)) continue;
    if (!AsksOnlyForTheRest(kind, one, hearing.act())) return Refuses(static_cast<int>(at));
  }
  return Permits();
}

}  // namespace parley
