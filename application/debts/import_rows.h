// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_IMPORT_ROWS_H_
#define PARLEY_APPLICATION_DEBTS_IMPORT_ROWS_H_

#include "application/debts/import_debts.h"
#include "domain/common/violations.h"
#include "domain/debt/debt.h"

namespace parley {

// Reads a debt's row: the placement without its ids. What does not read is added to `violations`,
// with paths that begin with "debt".
Placement ReadDebtRow(const DebtRow& row, Violations& violations);

// Adds what is wrong with a debt's row on this day, beside what did not read; paths are the row's.
void CheckDebtRow(const Placement& placement, Day today, Violations& violations);

// Reads an entry's row for a debt in this currency: the fact without its id. What does not read is
// added to `violations`, with paths that begin with "entry".
Fact ReadEntryRow(const EntryRow& row, Currency currency, Violations& violations);

// Where a row's debtor differs from the known one, which stays as it is; paths begin with
// "debt.debtor".
std::vector<Violation> DifferencesFrom(const Debtor& known, const DebtorDetails& row);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_IMPORT_ROWS_H_
