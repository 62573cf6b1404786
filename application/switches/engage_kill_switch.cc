// SPDX-License-Identifier: Apache-2.0
#include "application/switches/engage_kill_switch.h"

#include "application/switches/events.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> EngageKillSwitch::Handle(const Call& call, const Command& command,
                                                Encode<KillSwitch> encode) const {
  const KillSwitchId id = command.id.value_or(KillSwitchId(ids_.Next()));
  const auto decide = [&](Work& work) -> absl::StatusOr<KillSwitch> {
    const KillSwitch engaged{.id = id,
                             .scope = command.scope,
                             .reason = command.reason,
                             .actor = work.call.principal,
                             .engaged_time = work.now};
    Violations violations;
    CheckKillSwitch(engaged, "kill_switch", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    if (engaged.scope.creditor.has_value()) {
      PARLEY_RETURN_IF_ERROR(work.store.creditors().Find(*engaged.scope.creditor).status());
    }
    // A rehearsal writes nothing and so meets no conflict; it must look for one.
    if (work.call.validate_only && work.store.kill_switches().Find(id).ok()) {
      return Refuse(Reason::kKillSwitchAlreadyExists);
    }
    work.store.kill_switches().Engage(engaged);
    TellSwitch(work, ids_, engaged, EventType::kKillSwitchEngaged);
    return engaged;
  };
  return mutations_.Run<KillSwitch>(call, kDesk, decide, encode);
}

}  // namespace parley
