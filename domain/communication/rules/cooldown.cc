// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>

#include "domain/communication/rules/frequency_consent.h"
#include "domain/communication/rules/judge.h"
#include "domain/communication/rules/rebuttal.h"

namespace parley {
namespace {

// When the person spoke with us last, and about which debts of the act they did in the days that
// count.
struct Talks {
  std::optional<std::int32_t> last;
  DebtSet debts;
};

Talks TalksWithin(const Cooldown& kind, const Hearing& hearing) {
  Talks talks;
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (hearing.record().DayOf(at) + kind.days + 1 < hearing.today()) break;
    const bool talk = one.outcome == Outcome::kConversation && !one.misdirected &&
                      one.person == hearing.act().person && kind.triggers.Admits(one.channel);
    const DebtSet about =
        kind.per_debt ? one.conversation_debts.And(hearing.debts()) : hearing.debts();
    if (!talk || (kind.per_debt && about.empty())) continue;
    if (!talks.last.has_value()) talks.last = hearing.record().DayOf(at);
    talks.debts.Add(about);
  }
  return talks;
}

}  // namespace

Saying Judge(const Cooldown& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (SkipsCounts(hearing.act().purpose)) return Permits();
  const Talks talks = TalksWithin(kind, hearing);
  const std::int32_t free = talks.last.value_or(0) + kind.days;
  if (!talks.last.has_value() || free <= hearing.today()) return Permits();
  const auto agreed = [&](std::int32_t day, absl::Time at) {
    return kind.except_consented && UnderFrequencyConsent(hearing, talks.debts, day, at);
  };
  if (agreed(hearing.today(), hearing.at())) {
    return Permits(FrequencyConsent(hearing, talks.debts, hearing.today(), hearing.at()));
  }
  for (std::int32_t day = hearing.today() + 1; day <= free; ++day) {
    const absl::Time start = StartOfDay(Day(1970, 1, 1) + day, hearing.calendar_zone());
    if (day == free || agreed(day, start)) {
      return Rebutted(kind.rebuttal, Defers(start), hearing);
    }
  }
  return Permits();
}

}  // namespace parley
