// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_CASES_H_
#define PARLEY_APPLICATION_WORKLIST_CASES_H_

#include <vector>

#include "absl/status/status.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/debt.h"
#include "domain/worklist/work_item.h"

namespace parley {

// What the postings of a transaction left for people: a balance so small that writing it off is
// proposed, and money that is held for a debtor who owes nothing. What was asked for before and is
// no longer so is taken back, and so is what waits to be sent about a debt that is closed. Each
// debt that is posted to is noted once, before and after; one that is placed is noted as it is.
class Cases {
 public:
  void Note(const Debt& before, const Debt& after);

  // Writes what follows for all debts that were noted, but for one item that the caller ends. It
  // reads nothing where there is nothing to ask for, before nor after. To be called once a
  // transaction. Errors: CREDITOR_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::Status Review(Work& work, Ids& ids, WorkItemId except = {}) const;

 private:
  std::vector<Debt> debts_;
  std::vector<Debt> closed_;
};

// The same of the one debt that a transaction posts to.
absl::Status ReviewCases(Work& work, Ids& ids, const Debt& before, const Debt& after,
                         WorkItemId except = {});

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_CASES_H_
