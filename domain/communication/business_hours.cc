// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/business_hours.h"

#include <algorithm>

namespace parley {
namespace {

absl::Time At(Day day, int hour, absl::TimeZone zone) {
  return absl::FromCivil(absl::CivilHour(day) + hour, zone);
}

}  // namespace

absl::Time AfterBusinessHours(absl::Time begun, absl::Duration length, const BusinessHours& hours,
                              const Calendar& calendar, absl::TimeZone zone) {
  absl::Duration left = length;
  for (Day day(absl::ToCivilDay(begun, zone));; ++day) {
    if (!IsBusinessDay(day, calendar)) continue;
    const absl::Time from = std::max(begun, At(day, hours.opens, zone));
    const absl::Time until = At(day, hours.closes, zone);
    if (from >= until) continue;
    if (left <= until - from) return from + left;
    left -= until - from;
  }
}

}  // namespace parley
