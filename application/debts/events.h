// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_EVENTS_H_
#define PARLEY_APPLICATION_DEBTS_EVENTS_H_

#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"

namespace parley {

// Tells others of a debt that was placed.
void TellPlaced(Work& work, Ids& ids, const Debt& debt);

// As what a posting is told.
struct Telling {
  EventType reversals = EventType::kAdjusted;  // Of an entry that takes another back.
  PaymentId payment = {};                      // Which came in or went back by it; nil for none.
};

// Tells others what a posting did: each payment and adjustment, credit that is held now, and a
// status that changed.
void TellPosted(Work& work, Ids& ids, const Debt& before, const Posted& posted,
                const Telling& telling = {});

// Tells others of a status that a person changed.
void TellStatus(Work& work, Ids& ids, const Debt& debt, EventType type);

// Tells others of a hold.
void TellHold(Work& work, Ids& ids, const Hold& hold, EventType type);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_EVENTS_H_
