// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/rules/consented_time.h"

#include <cstddef>
#include <vector>

#include "domain/communication/rules/judge.h"

namespace parley {
namespace {

const DayWindow kAnyHour{.days = {absl::Weekday::monday, absl::Weekday::tuesday,
                                  absl::Weekday::wednesday, absl::Weekday::thursday,
                                  absl::Weekday::friday, absl::Weekday::saturday,
                                  absl::Weekday::sunday}};

void AddHours(const Consent& consent, absl::InlinedVector<DayWindow, 2>& hours) {
  const std::vector<DayWindow> any = {kAnyHour};
  for (DayWindow window : consent.hours.empty() ? any : consent.hours) {
    if (consent.only_days.empty()) hours.push_back(window);
    for (const Day day : consent.only_days) {
      window.within = Period{day, day};
      hours.push_back(window);
    }
  }
}

}  // namespace

AgreedHours ConsentedHours(const Hearing& hearing) {
  const std::vector<Consent>& all = hearing.facts().consents;
  AgreedHours agreed;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const Consent& consent = all[at];
    if (consent.kind != ConsentKind::kTime) continue;
    const bool covers = consent.given_to_us && hearing.InForce(consent) &&
                        consent.channels.Admits(hearing.act().channel) &&
                        consent.purposes.Admits(hearing.act().purpose) &&
                        (!consent.point.has_value() || consent.point == hearing.act().point);
    if (!covers || !hearing.IsForAll(consent, hearing.debts())) continue;
    AddHours(consent, agreed.hours);
    agreed.source = SourceIn(FactList::kConsents, at);
  }
  return agreed;
}

}  // namespace parley
