// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_LOCAL_DAY_H_
#define PARLEY_APPLICATION_LOCAL_DAY_H_

#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "application/ports/time_zones.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"

namespace parley {

// The civil day at an instant in the zone that dates a ledger; UTC where no zone is known.
Day LocalDay(const TimeZones& zones, std::string_view time_zone, absl::Time now);

// Adds a violation for a zone that is given and does not exist.
void CheckTimeZone(const TimeZones& zones, const std::string& time_zone, const std::string& field,
                   Violations& violations);

}  // namespace parley

#endif  // PARLEY_APPLICATION_LOCAL_DAY_H_
