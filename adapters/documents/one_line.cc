// SPDX-License-Identifier: Apache-2.0
#include "adapters/documents/one_line.h"

#include <cstddef>

namespace parley::documents {
namespace {

// The bytes of the control character at the beginning of a text; 0 for any other. In UTF-8, C1
// controls are C2 80 to C2 9F; U+2028 and U+2029 end lines and paragraphs.
std::size_t ControlLength(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  if (first <= 0x20 || first == 0x7F) return 1;
  if (first == 0xC2 && text.size() > 1) {
    return static_cast<unsigned char>(text[1]) < 0xA0 ? 2 : 0;
  }
  if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) return 3;
  return 0;
}

// Embeddings and overrides (U+202A to U+202E) and isolates of one direction (U+2066, U+2067), which
// would turn around what stands beside them. One of the text's own direction sets a name apart.
std::size_t DirectionLength(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(text[2]);
  const bool overrides = text.starts_with("\xE2\x80") && last >= 0xAA && last <= 0xAE;
  const bool isolates = text.starts_with("\xE2\x81") && (last == 0xA6 || last == 0xA7);
  return overrides || isolates ? 3 : 0;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line;
  bool space = false;
  while (!text.empty()) {
    const std::size_t control = ControlLength(text);
    if (control > 0) {
      space = true;
      text.remove_prefix(control);
      continue;
    }
    const std::size_t direction = DirectionLength(text);
    if (direction > 0) {
      text.remove_prefix(direction);
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += text.front();
    text.remove_prefix(1);
  }
  return line;
}

}  // namespace parley::documents
