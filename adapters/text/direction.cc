// SPDX-License-Identifier: Apache-2.0
#include "adapters/text/direction.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>

namespace parley::text {
namespace {

constexpr UChar32 kFirstStrongIsolate = 0x2068;
constexpr UChar32 kPopDirectionalIsolate = 0x2069;

bool IsAscii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool TurnsDirection(UChar32 letter) {
  return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

bool IsRightToLeft(UChar32 letter) {
  const UCharDirection direction = u_charDirection(letter);
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

}  // namespace

std::string SetApart(const std::string& text) {
  if (std::all_of(text.begin(), text.end(), IsAscii)) return text;
  const auto letters = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString kept;
  bool right_to_left = false;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    const UChar32 letter = letters.char32At(at);
    if (!TurnsDirection(letter)) kept.append(letter);
    right_to_left = right_to_left || IsRightToLeft(letter);
  }
  if (right_to_left) kept.insert(0, kFirstStrongIsolate).append(kPopDirectionalIsolate);
  std::string out;
  kept.toUTF8String(out);
  return out;
}

}  // namespace parley::text
