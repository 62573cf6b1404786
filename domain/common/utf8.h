// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_UTF8_H_
#define PARLEY_DOMAIN_COMMON_UTF8_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace parley {

// The code point at the head of `text`, which is not empty, and which it takes off; none when it is
// not valid UTF-8.
std::optional<std::uint32_t> TakeCodePoint(std::string_view& text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_UTF8_H_
