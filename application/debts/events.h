// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_EVENTS_H_
#define PARLEY_APPLICATION_DEBTS_EVENTS_H_

#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"
#include "domain/debt/hold.h"

namespace parley {

// Tells others of a debt that was placed.
void TellPlaced(Work& work, Ids& ids, const Debt& debt);

// Tells others what a posting did: each payment and adjustment, credit that is held now, and a
// status that changed. A reversal is told of by a type of its own.
void TellPosted(Work& work, Ids& ids, const Debt& before, const Posted& posted,
                EventType reversals = EventType::kAdjusted);

// Tells others of a status that a person changed.
void TellStatus(Work& work, Ids& ids, const Debt& debt, EventType type);

// Tells others of a hold.
void TellHold(Work& work, Ids& ids, const Hold& hold, EventType type);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_EVENTS_H_
