// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORDS_AUTHORITY_WORDS_H_
#define PARLEY_APPLICATION_WORDS_AUTHORITY_WORDS_H_

#include <string>

#include "application/ports/plain_words.h"
#include "domain/debtor/authority.h"

namespace parley {

// Whether somebody may be spoken to, and why, in one sentence.
std::string TellAuthority(const Authority& authority, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORDS_AUTHORITY_WORDS_H_
