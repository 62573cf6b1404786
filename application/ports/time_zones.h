// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_TIME_ZONES_H_
#define PARLEY_APPLICATION_PORTS_TIME_ZONES_H_

#include <optional>
#include <string_view>

#include "absl/time/time.h"

namespace parley {

// The IANA time zone database.
class TimeZones {
 public:
  virtual ~TimeZones() = default;

  // None when the database has no zone of that name.
  virtual std::optional<absl::TimeZone> Find(std::string_view name) const = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_TIME_ZONES_H_
