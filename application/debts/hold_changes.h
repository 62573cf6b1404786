// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_HOLD_CHANGES_H_
#define PARLEY_APPLICATION_DEBTS_HOLD_CHANGES_H_

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/debts.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debt/hold.h"

namespace parley {

// A hold, and the day by which it is told: whether it has expired depends on it.
struct HoldToday {
  Hold hold;
  Day today;
};

// What the use cases that change holds work with.
struct HoldTools {
  Ids& ids;
  const TimeZones& zones;
};

// The ledgers of the debts that a hold concerns: one, or all of the person. Errors: DEBT_NOT_FOUND.
absl::StatusOr<std::vector<LedgerHead>> LedgersConcerned(Work& work, const Hold& hold);

// One hold of a debtor. Errors: HOLD_NOT_FOUND.
absl::StatusOr<Hold> FindHold(Work& work, DebtorId debtor, HoldId id);

// Tells others of a hold that is in force from now on, and stops interest where it does. The hold
// is written by the caller. Errors: those of FreezeInterest.
absl::Status PutInForce(Work& work, const HoldTools& tools, const Hold& hold);

// A hold that was requested takes effect, or never does. Errors: HOLD_NOT_FOUND,
// HOLD_NOT_REQUESTED; those of FreezeInterest for one that takes effect.
absl::Status GrantHold(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id);
absl::Status DenyHold(Work& work, DebtorId debtor, HoldId id);

// The same hold before a change and after it, which is written by the caller; none before it was
// placed. Gives the debts concerned the freezes of interest that follow, with what has to be
// corrected, takes back the fees of its days where its type does, and tells where interest stops.
// What left our hands or was paid is judged anew as well; a rejected debt stays as it is. Errors:
// BALANCE_OUT_OF_RANGE and those of the store.
absl::Status FreezeInterest(Work& work, const HoldTools& tools, const std::vector<Hold>& before,
                            const Hold& after);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_HOLD_CHANGES_H_
