// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_ITEMS_H_
#define PARLEY_APPLICATION_WORKLIST_ITEMS_H_

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "domain/debt/settings.h"
#include "domain/debtor/debtor.h"
#include "domain/worklist/work_item.h"

namespace parley {

// Puts an item on the team's list: gives it its id, revision and time, what it needs of who does it
// (unless it names a skill of its own) and the debtor's language. Who calls asks, unless the item
// names another asker.
WorkItem Propose(Work& work, Ids& ids, WorkItem item);

// True when an amount is above what one person may decide alone for this creditor.
bool NeedsApproval(const CreditorSettings& settings, const Money& amount);

// Asks for a second person: puts an approval on the team's list, or answers with the one that waits
// already for the same act on the same debt. A closing or a decision that waits with another
// figure, or was asked for before the debt last moved, is taken back for the new one. Errors:
// ENTRY_ALREADY_POSTED when another act waits under the same reference.
absl::StatusOr<WorkItem> AskForApproval(Work& work, Ids& ids, WorkItem item,
                                        absl::Time last_move = absl::InfinitePast());

// What is to do about a debtor is done in the language that they speak from now on.
absl::Status DoInLanguageOf(Work& work, const Debtor& debtor);

// Records an item whose day went by, and tells it, at the revision of this transaction.
WorkItem RecordBreach(Work& work, WorkItem item);

// Records an item that changed, at the revision of this transaction.
WorkItem RecordChanged(Work& work, WorkItem item);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_ITEMS_H_
