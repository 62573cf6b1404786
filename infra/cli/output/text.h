// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_OUTPUT_TEXT_H_
#define PARLEY_INFRA_CLI_OUTPUT_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::cli {

// A text as it may be shown on one line of a terminal: what could move the cursor or change colours
// is replaced.
std::string Printable(std::string_view text);

// The columns of a terminal that a text takes: two for a wide character such as a Chinese one, none
// for a combining mark.
std::size_t WidthOf(std::string_view text);

// "ACTIVE" for "DEBT_STATUS_ACTIVE": the value of an enum without the enum's own name.
std::string WithoutPrefix(std::string_view value, std::string_view prefix);

// "stop contact" for "HOLD_TYPE_STOP_CONTACT".
std::string PlainWords(std::string_view value, std::string_view prefix);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_OUTPUT_TEXT_H_
