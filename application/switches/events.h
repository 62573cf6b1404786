// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_SWITCHES_EVENTS_H_
#define PARLEY_APPLICATION_SWITCHES_EVENTS_H_

#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/common/event.h"
#include "domain/communication/kill_switch.h"

namespace parley {

// Tells others of a switch that was engaged or released.
void TellSwitch(Work& work, Ids& ids, const KillSwitch& one, EventType type);

}  // namespace parley

#endif  // PARLEY_APPLICATION_SWITCHES_EVENTS_H_
