// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_KILL_SWITCH_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_KILL_SWITCH_H_

#include <string>

#include "application/ports/kill_switches.h"
#include "application/switches/engage_kill_switch.h"
#include "application/switches/release_kill_switch.h"
#include "domain/common/violations.h"
#include "domain/communication/kill_switch.h"
#include "parley/v1/admin_service.pb.h"

namespace parley::grpc_api {

EngageKillSwitch::Command ReadEngageKillSwitch(const v1::EngageKillSwitchRequest& request,
                                               Violations& violations);
ReleaseKillSwitch::Command ReadReleaseKillSwitch(const v1::ReleaseKillSwitchRequest& request,
                                                 Violations& violations);

// Reads the filter of ListKillSwitches: none, or one term for `state`. Fault, of `filter`:
// FILTER_INVALID.
SwitchFilter ReadSwitchFilter(const std::string& filter, Violations& violations);

void Write(const KillSwitch& one, v1::KillSwitch& out);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_KILL_SWITCH_H_
