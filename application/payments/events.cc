// SPDX-License-Identifier: Apache-2.0
#include "application/payments/events.h"

#include <string>

namespace parley {

void TellParts(Work& work, Ids& ids, const Payment& payment, EventType type) {
  for (const PaymentPart& part : payment.parts) {
    Event event;
    event.id = EventId(ids.Next());
    event.type = type;
    event.debtor = payment.debtor;
    event.debt = part.debt;
    event.subject = payment.id.uuid();
    event.amount = Money(part.amount, payment.currency);
    event.occurred_time = work.now;
    work.store.outbox().Append(event);
  }
}

}  // namespace parley
