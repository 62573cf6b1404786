// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_
#define PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_

#include <span>
#include <vector>

#include "application/ports/documents.h"
#include "application/ports/plain_words.h"
#include "domain/debt/debt.h"
#include "domain/debt/revise_terms.h"

namespace parley {

// How a debt's interest is computed, for a person who wants to do it again: by which rule, on what,
// at which rates from when, and when none runs.
std::vector<PaperBlock> InterestBlocks(const Debt& debt, const Voice& voice);

// What changed, or is about to, in the rules of a debt: each notice that the debtor was given.
std::vector<PaperBlock> NoticeBlocks(std::span<const ChangeNotice> notices, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_INTEREST_BLOCKS_H_
