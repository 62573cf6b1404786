// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

bool IsAttempt(const Communication& one, const Rule& rule, const Hearing& hearing) {
  return one.direction == Direction::kOutbound && one.person == hearing.act().person &&
         !one.misdirected && rule.concern.channels.Admits(one.channel);
}

// The most attempts of a day, today's with the proposed one.
int MostOfADay(const WarnPattern& kind, const Rule& rule, const Hearing& hearing) {
  int most = 1;
  int of_day = 1;
  std::int32_t day = hearing.today();
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const std::int32_t that = hearing.record().DayOf(at);
    if (that + kind.look_back_days < hearing.today()) break;
    if (!IsAttempt(hearing.communication(at), rule, hearing)) continue;
    of_day = that == day ? of_day + 1 : 1;
    day = that;
    most = of_day > most ? of_day : most;
  }
  return most;
}

bool FollowsHardUpon(const WarnPattern& kind, const Rule& rule, const Hearing& hearing) {
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (one.at + absl::Minutes(kind.within_minutes) <= hearing.at()) break;
    if (IsAttempt(one, rule, hearing)) return true;
  }
  return false;
}

bool Speaks(const WarnPattern& kind, const Rule& rule, const Hearing& hearing) {
  if (kind.when.has_value()) return hearing.Noted({*kind.when}, absl::InfinitePast());
  if (kind.within_minutes > 0 && FollowsHardUpon(kind, rule, hearing)) return true;
  return kind.at_least > 0 && MostOfADay(kind, rule, hearing) >= kind.at_least;
}

}  // namespace

Saying Judge(const WarnPattern& kind, const Rule& rule, const Hearing& hearing) {
  Verdict* notes = hearing.notes();
  if (notes == nullptr || !Speaks(kind, rule, hearing)) return Permits();
  notes->warnings.emplace_back(kind.warning);
  return {.word = Word::kWarns};
}

}  // namespace parley
