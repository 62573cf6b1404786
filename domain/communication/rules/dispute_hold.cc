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

bool IsOpen(const Dispute& one, const Hearing& hearing) {
  return one.received <= hearing.known() && one.debts.Covers(hearing.debts()) &&
         (!one.cleared.has_value() || *one.cleared > hearing.at());
}

// A dispute in another form than the rule asks for stops nothing, and is kept.
bool IsInForm(const DisputeHold& kind, const Dispute& one, const Hearing& hearing) {
  if (one.in_writing || !kind.in_writing) return true;
  if (hearing.notes() != nullptr) hearing.notes()->kept.emplace_back(kind.oral_record);
  return false;
}

bool Stops(const DisputeHold& kind, const Dispute& one, const Hearing& hearing) {
  if (!IsOpen(one, hearing) || !IsInForm(kind, one, hearing)) return false;
  if (kind.within_validation && !IsTimely(one, hearing)) return false;
  return !AsksOnlyForTheRest(kind, one, hearing.act());
}

}  // namespace

Saying Judge(const DisputeHold& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const std::vector<Dispute>& all = hearing.facts().disputes;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (Stops(kind, all[at], hearing)) return Refuses(SourceIn(FactList::kDisputes, at));
  }
  return Permits();
}

}  // namespace parley
