// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/ascii.h"

namespace parley::cli {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// Of Unicode's East Asian Width, the blocks that matter: Hangul, CJK, full-width forms, emoji.
constexpr auto kWide = std::to_array<Range>({{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0x33FF},
                                             {0x3400, 0x4DBF},
                                             {0x4E00, 0x9FFF},
                                             {0xA000, 0xA4CF},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE4F},
                                             {0xFF00, 0xFF60},
                                             {0xFFE0, 0xFFE6},
                                             {0x1F300, 0x1FAFF},
                                             {0x20000, 0x3FFFD}});
constexpr auto kZero = std::to_array<Range>(
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}});

template <typename Ranges>
bool Holds(const Ranges& ranges, std::uint32_t point) {
  return std::any_of(ranges.begin(), ranges.end(), [point](const Range& range) {
    return point >= range.first && point <= range.last;
  });
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// The code point that begins at `at`, which is moved behind it. The text is taken to be UTF-8.
std::uint32_t TakePoint(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  std::uint32_t point = lead;
  if (lead >= 0xF0) {
    point = lead & 0x07U;
  } else if (lead >= 0xE0) {
    point = lead & 0x0FU;
  } else if (lead >= 0xC0) {
    point = lead & 0x1FU;
  }
  while (at < text.size() && IsContinuation(text[at])) {
    point = (point << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  }
  return point;
}

bool IsControl(std::uint32_t point) {
  const bool bidirectional =
      (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || bidirectional;
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string shown;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (IsControl(TakePoint(text, at))) {
      shown += "\xEF\xBF\xBD";
    } else {
      shown += text.substr(begin, at - begin);
    }
  }
  return shown;
}

std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::uint32_t point = TakePoint(text, at);
    if (Holds(kZero, point)) continue;
    width += Holds(kWide, point) ? 2U : 1U;
  }
  return width;
}

std::string WithoutPrefix(std::string_view value, std::string_view prefix) {
  if (value.substr(0, prefix.size()) == prefix) value.remove_prefix(prefix.size());
  return std::string(value);
}

std::string PlainWords(std::string_view value, std::string_view prefix) {
  std::string words = absl::AsciiStrToLower(WithoutPrefix(value, prefix));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace parley::cli
