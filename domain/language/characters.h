// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_CHARACTERS_H_
#define PARLEY_DOMAIN_LANGUAGE_CHARACTERS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::language {

constexpr bool IsDigit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool IsSmallLetter(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool IsCapitalLetter(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool IsLetter(char byte) { return IsSmallLetter(byte) || IsCapitalLetter(byte); }
constexpr bool IsLetterOrDigit(char byte) { return IsLetter(byte) || IsDigit(byte); }
// Tab, carriage return and the like, but for the end of a line.
constexpr bool IsBlank(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }
constexpr bool IsPrintable(char byte) { return byte >= ' ' && byte <= '~'; }
constexpr char ToSmallLetter(char byte) {
  return IsCapitalLetter(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

// What ill-formed bytes are read as.
inline constexpr char32_t kIllFormed = U' ';

// The code point that begins at a byte of UTF-8, which is moved behind it. An ill-formed byte is
// one of kIllFormed.
char32_t NextCodePoint(std::string_view text, std::size_t& at);

std::string Utf8Of(char32_t code_point);

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_CHARACTERS_H_
