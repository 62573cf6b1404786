// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_SYSTEM_SYSTEM_TIME_ZONES_H_
#define PARLEY_ADAPTERS_SYSTEM_SYSTEM_TIME_ZONES_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "absl/time/time.h"
#include "application/ports/time_zones.h"

namespace parley {

// The zones of the tzdata package. Their names are read once: a name from outside is looked up
// among them and never becomes a path. Abseil keeps each zone that it loaded.
class SystemTimeZones final : public TimeZones {
 public:
  // A folder as tzdata lays it out; Abseil reads the zones themselves from /usr/share/zoneinfo.
  explicit SystemTimeZones(const std::string& folder = "/usr/share/zoneinfo");

  std::optional<absl::TimeZone> Find(std::string_view name) const override;

  // True when there is no database.
  bool empty() const { return names_.empty(); }

 private:
  absl::flat_hash_set<std::string> names_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_SYSTEM_SYSTEM_TIME_ZONES_H_
