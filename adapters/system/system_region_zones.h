// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_SYSTEM_REGION_ZONES_H_
#define PARLEY_ADAPTERS_SYSTEM_SYSTEM_REGION_ZONES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "application/ports/region_zones.h"

namespace parley {

// The table of countries and zones in the tzdata package, read once.
class SystemRegionZones final : public RegionZones {
 public:
  explicit SystemRegionZones(const std::string& file = "/usr/share/zoneinfo/zone1970.tab");

  std::vector<std::string> Of(std::string_view region) const override;

  // True when there is no table.
  bool empty() const { return zones_.empty(); }

 private:
  void Read(const std::string& line);

  absl::flat_hash_map<std::string, std::vector<std::string>> zones_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_SYSTEM_REGION_ZONES_H_
