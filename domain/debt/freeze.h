// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_FREEZE_H_
#define PARLEY_DOMAIN_DEBT_FREEZE_H_

#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/debt/debt.h"

namespace parley {

// A debt's freezes are those of its holds, and those of the times in which it had left our hands.
// Two that are alike are kept twice: each ends by itself, and the other goes on.

// The freezes once some of them (`gone`) have become others (`come`), by their first days. What is
// to go and is not there is left out.
std::vector<Period> ReplaceFreezes(std::span<const Period> freezes, std::span<const Period> gone,
                                   std::span<const Period> come);

// True when ChangeFreezes needs the journal.
bool NeedsJournalForFreezes(const Debt& debt);

// Gives a debt other freezes. Interest that was posted for days that bear none now, or bear it
// again, is corrected. Errors: those of ChangeRules.
absl::StatusOr<Posted> ChangeFreezes(const Debt& debt, std::vector<Period> freezes,
                                     std::span<const Entry> journal, const Stamp& stamp,
                                     const EntryIdSource& next_id);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_FREEZE_H_
