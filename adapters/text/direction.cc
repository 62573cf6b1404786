// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/direction.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "absl/strings/str_cat.h"

namespace parley::text {
namespace {

constexpr std::string_view kFirstStrongIsolate = "\xE2\x81\xA8";
constexpr std::string_view kPopDirectionalIsolate = "\xE2\x81\xA9";

bool TurnsDirection(UChar32 letter) {
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

bool IsRightToLeft(UChar32 letter) {
  const UCharDirection direction = u_charDirection(letter);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

std::string SetApart(std::string_view text) {
  std::string kept;
  bool right_to_left = false;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const auto begin = static_cast<std::size_t>(at);
    UChar32 letter = 0;
    U8_NEXT(text.data(), at, size, letter);
    if (letter >= 0 && TurnsDirection(letter)) continue;
    right_to_left = right_to_left || (letter >= 0 && IsRightToLeft(letter));
    kept.append(text.substr(begin, static_cast<std::size_t>(at) - begin));
  }
  return right_to_left ? absl::StrCat(kFirstStrongIsolate, kept, kPopDirectionalIsolate) : kept;
}

}  // namespace parley::text
