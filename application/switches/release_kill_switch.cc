// SPDX-License-Identifier: Apache-2.0
#include "application/switches/release_kill_switch.h"

#include <utility>

#include "application/switches/events.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> ReleaseKillSwitch::Handle(const Call& call, const Command& command,
                                                 Encode<KillSwitch> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<KillSwitch> {
    SwitchRelease release{
        .reason = command.reason,
        .actor = work.call.principal,
        .time = work.now,
        .restart = {.from = command.from.value_or(work.now), .per_hour = command.per_hour}};
    Violations violations;
    CheckRelease(release, violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    KillSwitches& switches = work.store.kill_switches();
    PARLEY_ASSIGN_OR_RETURN(const KillSwitch engaged, switches.Find(command.id));
    PARLEY_ASSIGN_OR_RETURN(release.restart.persons, switches.CountPersons(engaged.scope));
    PARLEY_ASSIGN_OR_RETURN(KillSwitch released, Release(engaged, std::move(release)));
    switches.Release(released);
    TellSwitch(work, ids_, released, EventType::kKillSwitchReleased);
    return released;
  };
  return mutations_.Run<KillSwitch>(call, kDesk, decide, encode);
}

}  // namespace parley
