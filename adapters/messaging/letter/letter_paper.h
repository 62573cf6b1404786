// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_LETTER_LETTER_PAPER_H_
#define PARLEY_ADAPTERS_MESSAGING_LETTER_LETTER_PAPER_H_

#include <string_view>

#include "application/ports/documents.h"
#include "application/ports/sender.h"

namespace parley::messaging {

// The paper of a letter: the address behind the window, the words, the page of rights, and the slip
// to tear off at the foot of the letter. Nothing but the address shows through the window.
Paper LetterPaper(std::string_view address, const LetterWords& words);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_LETTER_LETTER_PAPER_H_
