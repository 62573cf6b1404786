// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_LEDGERS_H_
#define PARLEY_APPLICATION_DEBTS_LEDGERS_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/debts/events.h"
#include "application/mutations.h"
#include "application/ports/debts.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"

namespace parley {

// Nothing is written to the ledgers of a debtor who was forgotten. Errors: DEBTOR_NOT_FOUND.
absl::Status CheckKept(Work& work, DebtorId debtor);
// The same for whoever has this debt; nobody is forgotten while a debt is open.
absl::Status CheckKept(Work& work, const Debt& debt);

// One debt under its debtor's lock, with its entries of these references. Errors: DEBT_NOT_FOUND;
// DEBTOR_NOT_FOUND for a debtor who was forgotten.
absl::StatusOr<LedgerHead> FindLedger(Work& work, DebtorId debtor, DebtId debt,
                                      std::vector<std::string> entry_refs = {});
absl::StatusOr<LedgerHead> FindLedger(Work& work, const LedgerProbe& probe);

// Books facts on a debt; its journal is loaded where they need it. Errors: those of PostFacts.
absl::StatusOr<Posted> BookFacts(Work& work, Ids& ids, const Debt& debt,
                                 std::span<const Fact> facts, const Stamp& stamp);

// Records a debt that changed, the entries that changed it, and the events that tell of them.
void RecordPosted(Work& work, Ids& ids, const Debt& before, Posted& posted,
                  const Telling& telling = {});

// The same for a debt of which no more was read than LedgerAlone leaves. Errors: INTERNAL, and
// nothing is recorded, when more changed than ReplaceStanding writes.
absl::Status RecordPostedAlone(Work& work, Ids& ids, const Debt& before, Posted& posted);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_LEDGERS_H_
