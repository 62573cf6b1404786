// SPDX-License-Identifier: Apache-2.0
#include "domain/language/characters.h"

#include <array>

namespace parley::language {
namespace {

// A form of UTF-8: so many bytes, the bits that mark the first and those that it gives.
struct Form {
  std::size_t size;
  unsigned mark;
  unsigned given;
  char32_t smallest;
};
constexpr auto kForms =
    std::to_array<Form>({{2, 0xC0, 0x1F, 0x80}, {3, 0xE0, 0x0F, 0x800}, {4, 0xF0, 0x07, 0x10000}});
constexpr unsigned kContinued = 0x80;
constexpr unsigned kContinuedGiven = 0x3F;
constexpr char32_t kFirstSurrogate = 0xD800;
constexpr char32_t kLastSurrogate = 0xDFFF;
constexpr char32_t kLast = 0x10FFFF;

unsigned ByteAt(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const std::size_t begin = at++;
  const unsigned first = ByteAt(text, begin);
  if (first < kContinued) return first;
  for (const Form& form : kForms) {
    if ((first & ~form.given) != form.mark) continue;
    char32_t code_point = first & form.given;
    for (std::size_t next = begin + 1; next < begin + form.size; ++next) {
      const unsigned byte = ByteAt(text, next);
      if ((byte & ~kContinuedGiven) != kContinued) return kIllFormed;
      code_point = (code_point << 6U) | (byte & kContinuedGiven);
    }
    const bool surrogate = code_point >= kFirstSurrogate && code_point <= kLastSurrogate;
    if (code_point < form.smallest || code_point > kLast || surrogate) return kIllFormed;
    at = begin + form.size;
    return code_point;
  }
  return kIllFormed;
}

std::string Utf8Of(char32_t code_point) {
  if (code_point < kContinued) return {static_cast<char>(code_point)};
  std::string bytes;
  for (const Form& form : kForms) {
    const bool fits = form.size == 4 || code_point < kForms[form.size - 1].smallest;
    if (!fits) continue;
    for (std::size_t left = form.size; left-- > 0;) {
      const auto bits = static_cast<unsigned>(code_point >> (6U * left));
      bytes.push_back(static_cast<char>(left + 1 == form.size
                                            ? form.mark | (bits & form.given)
                                            : kContinued | (bits & kContinuedGiven)));
    }
    break;
  }
  return bytes;
}

}  // namespace parley::language
