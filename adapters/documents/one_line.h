// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_DOCUMENTS_ONE_LINE_H_
#define PARLEY_ADAPTERS_DOCUMENTS_ONE_LINE_H_

#include <string>
#include <string_view>

namespace parley::documents {

// A text without line ends, tabs and other control characters: each becomes a space, runs of spaces
// one. What would turn the direction of what stands beside it around is left out.
std::string OneLine(std::string_view text);

}  // namespace parley::documents

#endif  // PARLEY_ADAPTERS_DOCUMENTS_ONE_LINE_H_
