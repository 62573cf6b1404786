// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <optional>

#include "domain/communication/rules/frequency_consent.h"
#include "domain/communication/rules/judge.h"
#include "domain/communication/rules/rebuttal.h"

namespace parley {
namespace {

// The latest day on which the person spoke with us about the debts, or about any.
std::optional<std::int32_t> LastTalk(const Cooldown& kind, const Hearing& hearing) {
  const DebtSet debts = kind.per_debt ? hearing.debts() : DebtSet::All();
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (hearing.record().DayOf(at) + kind.days + 1 < hearing.today()) break;
    const bool talk = one.outcome == Outcome::kConversation && !one.misdirected &&
                      one.person == hearing.act().person && kind.triggers.Admits(one.channel);
    const bool about = !kind.per_debt || one.conversation_debts.Meets(debts);
    if (talk && about) return hearing.record().DayOf(at);
  }
  return std::nullopt;
}

}  // namespace

Saying Judge(const Cooldown& kind, const Rule& /*rule*/, const Hearing& hearing) {
  if (SkipsCounts(hearing.act().purpose)) return Permits();
  const std::optional<std::int32_t> talk = LastTalk(kind, hearing);
  const std::int32_t free = talk.value_or(0) + kind.days;
  if (!talk.has_value() || free <= hearing.today()) return Permits();
  const auto agreed = [&](std::int32_t day, absl::Time at) {
    return kind.except_consented && UnderFrequencyConsent(hearing, hearing.debts(), day, at);
  };
  if (agreed(hearing.today(), hearing.at())) return Permits();
  for (std::int32_t day = hearing.today() + 1; day <= free; ++day) {
    const absl::Time start = StartOfDay(Day(1970, 1, 1) + day, hearing.calendar_zone());
    if (day == free || agreed(day, start)) {
      return Rebutted(kind.rebuttal, Defers(start), hearing);
    }
  }
  return Permits();
}

}  // namespace parley
