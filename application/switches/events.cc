// SPDX-License-Identifier: Apache-2.0
#include "application/switches/events.h"

namespace parley {

void TellSwitch(Work& work, Ids& ids, const KillSwitch& one, EventType type) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = kDesk;
  event.subject = one.id.uuid();
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

}  // namespace parley
