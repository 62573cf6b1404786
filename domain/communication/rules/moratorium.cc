// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/moratorium.h"

#include <cstddef>
#include <vector>

#include "domain/communication/rules/judge.h"

namespace parley {

Saying Judge(const Moratorium& kind, const Rule& /*rule*/, const Hearing& hearing) {
  const std::vector<Pause>& all = hearing.facts().pauses;
  Saying strictest = Permits();
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Pause& one = all[at];
    const PauseDays days = DaysOf(kind, one);
    const bool covers = one.person == hearing.act().person && one.debts.Covers(hearing.debts()) &&
                        days.first <= hearing.day();
    if (!covers) continue;
    const Source source = SourceIn(FactList::kPauses, at);
    if (!days.last.has_value()) return Refuses(source);
    if (hearing.day() > *days.last) continue;
    const Saying said = Defers(StartOfDay(*days.last + 1, hearing.calendar_zone()), source);
    if (said.until > strictest.until || strictest.word == Word::kPermits) strictest = said;
  }
  return strictest;
}

}  // namespace parley
