// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_
#define PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_

#include <vector>

#include "application/ports/documents.h"
#include "application/ports/plain_words.h"
#include "domain/debt/debt.h"

namespace parley {

// How a debt's interest is computed, for a person who wants to do it again: by which rule, on what,
// at which rates from when, and when none runs.
std::vector<PaperBlock> InterestBlocks(const Debt& debt, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_
