// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_COMMUNICATION_PLACES_H_
#define PARLEY_APPLICATION_COMMUNICATION_PLACES_H_

#include "application/ports/region_zones.h"
#include "application/ports/time_zones.h"

namespace parley {

// By what clocks somebody may live whose zone, or country, has a name.
struct Places {
  const TimeZones& zones;
  const RegionZones& regions;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_COMMUNICATION_PLACES_H_
