// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_SWITCHES_RELEASE_KILL_SWITCH_H_
#define PARLEY_APPLICATION_SWITCHES_RELEASE_KILL_SWITCH_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/kill_switch.h"

namespace parley {

// Lets contact go on by a plan: from when on, and for how many persons an hour.
class ReleaseKillSwitch {
 public:
  struct Command {
    KillSwitchId id;
    std::string reason;
    std::optional<absl::Time> from;  // Now, unless it is given.
    std::int32_t per_hour = 0;
  };

  ReleaseKillSwitch(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: FIELD_INVALID, KILL_SWITCH_NOT_FOUND, KILL_SWITCH_ALREADY_RELEASED.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<KillSwitch> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_SWITCHES_RELEASE_KILL_SWITCH_H_
