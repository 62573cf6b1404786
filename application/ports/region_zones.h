// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_REGION_ZONES_H_
#define PARLEY_APPLICATION_PORTS_REGION_ZONES_H_

#include <string>
#include <string_view>
#include <vector>

namespace parley {

// In which time zones somebody in a region may be.
class RegionZones {
 public:
  virtual ~RegionZones() = default;

  // The names of all zones of the region's country, sorted. A part of a country ("US-CA") has those
  // of the whole: whoever is not sure keeps to the hours of all of them. Empty for a region that is
  // unknown, which permits nothing.
  virtual std::vector<std::string> Of(std::string_view region) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_REGION_ZONES_H_
