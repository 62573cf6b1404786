// SPDX-License-Identifier: Apache-2.0
#include "domain/common/utf8.h"

#include <cstddef>

namespace parley {
namespace {

struct Utf8Lead {
  std::size_t length;
  std::uint32_t bits;
  std::uint32_t smallest;
};

std::optional<Utf8Lead> ReadLead(std::uint8_t byte) {
  if (byte < 0x80) return Utf8Lead{1, byte, 0};
  if ((byte & 0xE0U) == 0xC0) return Utf8Lead{2, byte & 0x1FU, 0x80};
  if ((byte & 0xF0U) == 0xE0) return Utf8Lead{3, byte & 0x0FU, 0x800};
  if ((byte & 0xF8U) == 0xF0) return Utf8Lead{4, byte & 0x07U, 0x10000};
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> TakeCodePoint(std::string_view& text) {
  const std::optional<Utf8Lead> lead = ReadLead(static_cast<std::uint8_t>(text.front()));
  if (!lead.has_value() || text.size() < lead->length) return std::nullopt;
  std::uint32_t point = lead->bits;
  for (std::size_t at = 1; at < lead->length; ++at) {
    const auto byte = static_cast<std::uint8_t>(text[at]);
    if ((byte & 0xC0U) != 0x80) return std::nullopt;
    point = (point << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < lead->smallest || point > 0x10FFFF || surrogate) return std::nullopt;
  text.remove_prefix(lead->length);
  return point;
}

}  // namespace parley
