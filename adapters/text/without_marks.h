// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_TEXT_WITHOUT_MARKS_H_
#define PARLEY_ADAPTERS_TEXT_WITHOUT_MARKS_H_

#include <string>
#include <string_view>

namespace parley::text {

// The words of a template's text: each alternative of a plural or a choice in a line of its own,
// "{{name}}" where a value stands, and nothing where sections begin and end, and where blocks are.
// A text that is malformed gives some of its words.
std::string WithoutMarks(std::string_view text);

}  // namespace parley::text

#endif  // PARLEY_ADAPTERS_TEXT_WITHOUT_MARKS_H_
