// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/location.h"

#include <algorithm>
#include <cstddef>

#include "domain/common/text.h"

namespace parley {
namespace {

// The country with most of them has fewer.
constexpr std::size_t kMostZones = 40;

void AddZones(const Location& location, std::vector<GuessedZone>& zones) {
  for (const std::string& name : location.time_zones) {
    const auto found = std::find_if(zones.begin(), zones.end(),
                                    [&name](const GuessedZone& zone) { return zone.name == name; });
    if (found == zones.end()) {
      zones.push_back({name, location.source});
    } else {
      found->source = std::min(found->source, location.source);
    }
  }
}

void AddRegion(const std::string& region, std::vector<std::string>& regions) {
  const bool told = std::find(regions.begin(), regions.end(), region) != regions.end();
  if (!region.empty() && !told) regions.push_back(region);
}

const Location* LatestWord(std::span<const Location> locations, absl::Time now) {
  const Location* latest = nullptr;
  for (const Location& location : locations) {
    if (location.source != LocationSource::kTold || !IsInForce(location, now)) continue;
    if (latest == nullptr || latest->provenance.told <= location.provenance.told) {
      latest = &location;
    }
  }
  return latest;
}

}  // namespace

void CheckLocation(const Location& location, const std::string& field, Violations& violations) {
  CheckProvenance(location.provenance, field, violations);
  if (location.time_zones.empty()) violations.Add(field + ".time_zones", Fault::kRequired);
  if (location.time_zones.size() > kMostZones) {
    violations.Add(field + ".time_zones", Fault::kTooLong);
  }
  if (!location.region.empty() && !IsRegion(location.region)) {
    violations.Add(field + ".region", Fault::kRegionMalformed);
  }
  const absl::Time told = location.provenance.told;
  if (location.source == LocationSource::kTold && !location.until.has_value()) {
    violations.Add(field + ".until_time", Fault::kRequired);
  } else if (location.until.value_or(absl::InfiniteFuture()) <= told) {
    violations.Add(field + ".until_time", Fault::kDateOrder);
  } else if (location.source == LocationSource::kTold && *location.until > told + kLongestKnown) {
    violations.Add(field + ".until_time", Fault::kOutOfRange);
  }
}

bool IsInForce(const Location& location, absl::Time now) {
  return location.provenance.told <= now && now < location.until.value_or(absl::InfiniteFuture());
}

std::vector<std::string> Whereabouts::time_zones() const {
  if (known != nullptr) return known->time_zones;
  std::vector<std::string> names;
  for (const GuessedZone& guess : guesses) names.push_back(guess.name);
  return names;
}

Whereabouts WhereaboutsAt(std::span<const Location> locations, absl::Time now) {
  Whereabouts whereabouts;
  whereabouts.known = LatestWord(locations, now);
  for (const Location& location : locations) {
    if (!IsInForce(location, now)) continue;
    if (location.source != LocationSource::kTold) AddZones(location, whereabouts.guesses);
    AddRegion(location.region, whereabouts.regions);
  }
  std::stable_sort(
      whereabouts.guesses.begin(), whereabouts.guesses.end(),
      [](const GuessedZone& left, const GuessedZone& right) { return left.source < right.source; });
  return whereabouts;
}

}  // namespace parley
