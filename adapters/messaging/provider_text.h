// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_PROVIDER_TEXT_H_
#define PARLEY_ADAPTERS_MESSAGING_PROVIDER_TEXT_H_

#include <string>
#include <string_view>

namespace parley::messaging {

// A provider's code or reference as it may be kept: at most 100 characters of printable ASCII,
// without blanks at its ends. What else there is becomes a question mark.
std::string PrintableCode(std::string_view text);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_PROVIDER_TEXT_H_
