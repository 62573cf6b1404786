// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_DIRECTION_H_
#define PARLEY_ADAPTERS_TEXT_DIRECTION_H_

#include <string>

namespace parley::text {

// A text from outside as it may stand in a sentence: characters that would turn around what follows
// are left out, and one with letters that are written from right to left is set apart from its
// neighbours (UAX 9).
std::string SetApart(const std::string& text);

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_DIRECTION_H_
