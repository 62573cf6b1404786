// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_LANGUAGE_TEXT_SPAN_H_
#define PARLEY_DOMAIN_LANGUAGE_TEXT_SPAN_H_

#include <compare>
#include <cstddef>
#include <string_view>

namespace parley::language {

// A part of a text, in bytes of its UTF-8; the end is the first byte that is no longer in it.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view In(std::string_view text) const { return text.substr(begin, end - begin); }
  bool Overlaps(const TextSpan& other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

}  // namespace parley::language

#endif  // PARLEY_DOMAIN_LANGUAGE_TEXT_SPAN_H_
