// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PAYMENTS_EVENTS_H_
#define PARLEY_APPLICATION_PAYMENTS_EVENTS_H_

#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/payment.h"

namespace parley {

// Tells others of each debt that an announced payment is for: that it is on its way, or that it
// will not come.
void TellParts(Work& work, Ids& ids, const Payment& payment, EventType type);

}  // namespace parley

#endif  // PARLEY_APPLICATION_PAYMENTS_EVENTS_H_
