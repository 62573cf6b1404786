// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORDS_ENTRY_WORDS_H_
#define PARLEY_APPLICATION_WORDS_ENTRY_WORDS_H_

#include <string>

#include "application/ports/plain_words.h"
#include "domain/common/currency.h"
#include "domain/debt/entry.h"

namespace parley {

// What an entry says, to the person who owes. `linked` is what a reversal takes back or a
// correction puts right; without it an earlier entry is spoken of in general.
std::string TellEntry(const Entry& entry, const Entry* linked, Currency currency,
                      const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORDS_ENTRY_WORDS_H_
