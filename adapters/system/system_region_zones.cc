// SPDX-License-Identifier: Apache-2.0
#include "adapters/system/system_region_zones.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <sstream>

namespace parley {
namespace {

constexpr std::size_t kCountryLetters = 2;

}  // namespace

SystemRegionZones::SystemRegionZones(const std::string& file) {
  std::ifstream table(file);
  for (std::string line; std::getline(table, line);) {
    if (!line.starts_with('#')) Read(line);
  }
  for (auto& [country, zones] : zones_) std::sort(zones.begin(), zones.end());
}

// Columns are parted by tabs: "AE,OM", "+2518+05518", "Asia/Dubai", "Crozet".
void SystemRegionZones::Read(const std::string& line) {
  std::istringstream columns(line);
  std::string countries;
  std::string coordinates;
  std::string zone;
  if (!(columns >> countries >> coordinates >> zone)) return;
  std::istringstream each(countries);
  for (std::string country; std::getline(each, country, ',');) zones_[country].push_back(zone);
}

std::vector<std::string> SystemRegionZones::Of(std::string_view region) const {
  const std::string country(region.substr(0, kCountryLetters));
  const auto found = zones_.find(country);
  return found == zones_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace parley
