// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <vector>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

bool ReachesPlace(const Designation& one, const Hearing& hearing) {
  if (one.point.has_value() && one.point == hearing.act().point) return true;
  if (one.place == Place::kNone) return false;
  const bool point = hearing.point() != nullptr && hearing.point()->place == one.place;
  return point || hearing.person().known_at == one.place;
}

bool Covers(const Suppression& kind, const Designation& one, const Hearing& hearing) {
  const Act& act = hearing.act();
  const bool scope = kind.scope == Suppression::Scope::kDebt
                         ? one.debts.Covers(hearing.debts())
                         : one.person == act.person && one.debts.Covers(hearing.debts());
  return one.kind == kind.designation && scope && hearing.InForce(one) &&
         one.channels.Admits(act.channel) && one.purposes.Admits(act.purpose) &&
         (!kind.at_place || ReachesPlace(one, hearing)) &&
         (!kind.at_point || one.point == act.point);
}

// What lapses by itself defers to its last day's end; the rest is a bar that no clock lifts.
Saying Objection(const Suppression& kind, const Designation& one, const Hearing& hearing,
                 Source source) {
  if (!kind.lapses_after_days.has_value()) return Refuses(source);
  const absl::TimeZone zone = hearing.calendar_zone();
  const Day since(zone.At(one.since).cs);
  const bool confirmed =
      kind.confirmed_within_days.has_value() && one.confirmed_in_writing.has_value() &&
      *one.confirmed_in_writing <= hearing.known() &&
      Day(zone.At(*one.confirmed_in_writing).cs) <= since + *kind.confirmed_within_days;
  if (confirmed) return Refuses(source);
  const Day free = since + *kind.lapses_after_days;
  return hearing.day() >= free ? Permits() : Defers(StartOfDay(free, zone), source);
}

}  // namespace

Saying Judge(const Suppression& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const std::vector<Designation>& all = hearing.facts().designations;
  Saying strictest = Permits();
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Designation& one = all[at];
    if (!Covers(kind, one, hearing) || hearing.Noted(kind.lifted_by, one.since) ||
        (kind.reply_once.has_value() && hearing.LicensedReply(*kind.reply_once, one.since))) {
      continue;
    }
    const Saying said = Objection(kind, one, hearing, SourceIn(FactList::kDesignations, at));
    const bool stricter =
        said.word > strictest.word || (said.word == strictest.word && said.until > strictest.until);
    if (stricter) strictest = said;
  }
  return strictest;
}

}  // namespace parley
