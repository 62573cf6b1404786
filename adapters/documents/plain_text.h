// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_PLAIN_TEXT_H_
#define PARLEY_ADAPTERS_DOCUMENTS_PLAIN_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "application/ports/documents.h"

namespace parley::documents {

// The paper as lines of text.
std::string PlainTextOf(const Paper& paper);

// The columns that a text takes where every letter has the same width: two for a wide character
// such as a Chinese one, none for a combining mark.
std::size_t ColumnsOf(std::string_view text);

// A text broken between words into lines of at most `columns`; a longer word has a line of its own.
std::vector<std::string> Wrap(std::string_view text, std::size_t columns);

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_PLAIN_TEXT_H_
