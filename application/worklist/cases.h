// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_CASES_H_
#define PARLEY_APPLICATION_WORKLIST_CASES_H_

#include "absl/status/status.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Looks at what a posting left for people: a balance so small that writing it off is proposed, and
// money that is held for a debtor who owes nothing. What was asked for before and is no longer so
// is taken back, but for one item that the caller ends. It reads nothing where neither is the case
// before nor after. To be called once for each debt that a transaction posts to.
// Errors: CREDITOR_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
absl::Status ReviewCases(Work& work, Ids& ids, const Debt& before, const Debt& after,
                         WorkItemId except = {});

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_CASES_H_
