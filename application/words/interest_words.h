// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORDS_INTEREST_WORDS_H_
#define PARLEY_APPLICATION_WORDS_INTEREST_WORDS_H_

#include <string>

#include "application/ports/plain_words.h"
#include "domain/common/currency.h"
#include "domain/debt/entry.h"

namespace parley {

// How a line of interest, or what corrects one, came about, sentence by sentence: each stretch of
// days, what was carried over, the sum, the rounding, the rule. The entry has its interest detail.
std::string TellInterest(const Entry& entry, Currency currency, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORDS_INTEREST_WORDS_H_
