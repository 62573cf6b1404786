// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rules/frequency_consent.h"

#include <algorithm>
#include <cstddef>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

bool TalkedSince(const Hearing& hearing, const Consent& consent, DebtSet debts, absl::Time until) {
  for (std::size_t at = hearing.heard(); at-- > 0;) {
    const Communication& one = hearing.communication(at);
    if (one.at <= consent.received) return false;
    const bool talk = one.outcome == Outcome::kConversation && one.person == consent.person;
    if (talk && one.at < until && one.conversation_debts.Meets(debts)) return true;
  }
  return false;
}

bool Allows(const Hearing& hearing, const Consent& consent, DebtSet debts, std::int32_t day,
            absl::Time at) {
  if (consent.kind != ConsentKind::kCallFrequency || !consent.given_to_us ||
      consent.person != hearing.act().person || !consent.channels.Admits(hearing.act().channel) ||
      !consent.purposes.Admits(hearing.act().purpose) || consent.received > at ||
      consent.received > hearing.known() ||
      (consent.revoked.has_value() && *consent.revoked <= at)) {
    return false;
  }
  const auto received =
      static_cast<std::int32_t>(DayNumber(Day(hearing.calendar_zone().At(consent.received).cs)));
  if (day < received || day >= received + kFrequencyConsentDays) return false;
  const auto names = [day](Day named) { return DayNumber(named) == day; };
  const bool named = consent.only_days.empty() ||
                     std::any_of(consent.only_days.begin(), consent.only_days.end(), names);
  return named && !TalkedSince(hearing, consent, debts, at);
}

}  // namespace

Source FrequencyConsent(const Hearing& hearing, DebtSet debts, std::int32_t day, absl::Time at) {
  const auto& all = hearing.facts().consents;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Consent& consent) {
    return hearing.IsForAll(consent, debts) && Allows(hearing, consent, debts, day, at);
  });
  if (found == all.end()) return {};
  return SourceIn(FactList::kConsents, static_cast<std::size_t>(found - all.begin()));
}

}  // namespace parley
