// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_SWITCHES_ENGAGE_KILL_SWITCH_H_
#define PARLEY_APPLICATION_SWITCHES_ENGAGE_KILL_SWITCH_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/communication/kill_switch.h"

namespace parley {

// Stops outbound contact within a scope, from the next gate run on and in every process.
class EngageKillSwitch {
 public:
  struct Command {
    std::optional<KillSwitchId> id;
    SwitchScope scope;
    std::string reason;
  };

  EngageKillSwitch(const Mutations& mutations, Ids& ids) : mutations_(mutations), ids_(ids) {}

  // Errors: FIELD_INVALID, CREDITOR_NOT_FOUND, KILL_SWITCH_ALREADY_EXISTS.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<KillSwitch> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_SWITCHES_ENGAGE_KILL_SWITCH_H_
