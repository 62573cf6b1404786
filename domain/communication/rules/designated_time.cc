// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "domain/communication/rules/consented_time.h"
#include "domain/communication/rules/judge.h"
#include "domain/communication/windows.h"

namespace parley {
namespace {

constexpr int kHorizonDays = 400;

bool Covers(const Designation& one, const Hearing& hearing) {
  return one.kind == DesignationKind::kInconvenientTime && one.person == hearing.act().person &&
         hearing.InForce(one) && one.debts.Covers(hearing.debts()) &&
         one.channels.Admits(hearing.act().channel);
}

bool IsClosed(const Designation& one, const LocalTime& local) {
  return Schedule{one.closed}.IsOpen(local);
}

// The person wrote within the hours that they had closed, and has had no answer yet.
bool MayAnswer(const DesignatedTime& kind, const Designation& one, const Hearing& hearing) {
  if (!kind.reply_once.has_value() || !hearing.LicensedReply(*kind.reply_once, one.since)) {
    return false;
  }
  return IsClosed(one, LocalTimeAt(hearing.calendar_zone(), hearing.answered()->at));
}

}  // namespace

Saying Judge(const DesignatedTime& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (hearing.act().in_session) return Permits();
  const std::vector<Designation>& all = hearing.facts().designations;
  absl::InlinedVector<DayWindow, 8> closed;
  Source source;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!Covers(all[at], hearing) || MayAnswer(kind, all[at], hearing)) continue;
    closed.insert(closed.end(), all[at].closed.begin(), all[at].closed.end());
    source = SourceIn(FactList::kDesignations, at);
  }
  if (closed.empty()) return Permits();
  AgreedHours agreed;
  if (kind.relaxed_by_consent) agreed = ConsentedHours(hearing);
  const auto open = [&](const LocalTime& local) {
    return !Schedule{closed}.IsOpen(local) || Schedule{agreed.hours}.IsOpen(local);
  };
  const std::span<const LocalTime> locals = hearing.LocalTimesOf(kind.zone);
  if (std::all_of(locals.begin(), locals.end(), open)) return Permits(agreed.source);
  closed.insert(closed.end(), agreed.hours.begin(), agreed.hours.end());
  return Defers(FirstMinute(hearing.at(), hearing.ZonesOf(kind.zone), closed, kHorizonDays, open),
                source);
}

}  // namespace parley
