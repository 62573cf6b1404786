// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_ERASURE_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_ERASURE_H_

#include "adapters/memory/memory_tables.h"
#include "adapters/memory/memory_transaction.h"

namespace parley {

// Puts kErasedText in the place of every text about the debtor, and leaves barred addresses alone
// of the record.
void EraseTexts(MemoryTables& tables, MemoryTransaction& transaction, DebtorId debtor);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_ERASURE_H_
