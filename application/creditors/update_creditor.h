// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CREDITORS_UPDATE_CREDITOR_H_
#define PARLEY_APPLICATION_CREDITORS_UPDATE_CREDITOR_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/time_zones.h"
#include "domain/debt/creditor.h"

namespace parley {

// Changes what may change of a creditor: its name, its time zone, its language and its settings.
class UpdateCreditor {
 public:
  struct Command {
    CreditorId id;
    std::optional<std::int64_t> etag;  // The revision that the caller has seen.
    std::optional<std::string> display_name;
    std::optional<std::string> time_zone;
    std::optional<std::string> language;       // Empty for none.
    std::optional<CreditorSettings> settings;  // Whole.
  };

  UpdateCreditor(const Mutations& mutations, const TimeZones& zones)
      : mutations_(mutations), zones_(zones) {}

  // Errors: CREDITOR_NOT_FOUND, ETAG_STALE, FIELD_INVALID.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Creditor> encode) const;

 private:
  const Mutations& mutations_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CREDITORS_UPDATE_CREDITOR_H_
