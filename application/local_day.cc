// SPDX-License-Identifier: Apache-2.0
#include "application/local_day.h"

#include <optional>

namespace parley {

Day LocalDay(const TimeZones& zones, std::string_view time_zone, absl::Time now) {
  const std::optional<absl::TimeZone> zone = zones.Find(time_zone);
  return absl::ToCivilDay(now, zone.value_or(absl::UTCTimeZone()));
}

void CheckTimeZone(const TimeZones& zones, const std::string& time_zone, const std::string& field,
                   Violations& violations) {
  if (!time_zone.empty() && !zones.Find(time_zone).has_value()) {
    violations.Add(field, Fault::kTimeZoneUnknown);
  }
}

}  // namespace parley
