// SPDX-License-Identifier: Apache-2.0
#include "domain/common/id.h"

namespace parley {
namespace {

constexpr std::size_t kTextLength = 36;
constexpr std::string_view kHexDigits = "0123456789abcdef";

bool IsDashPosition(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

std::optional<std::uint8_t> HexValue(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<std::uint8_t>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<std::uint8_t>(digit - 'a' + 10);
  if (digit >= 'A' && digit <= 'F') return static_cast<std::uint8_t>(digit - 'A' + 10);
  return std::nullopt;
}

}  // namespace

std::optional<Uuid> Uuid::Parse(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Bytes bytes{};
  std::size_t nibble = 0;
  for (std::size_t at = 0; at < kTextLength; ++at) {
    if (IsDashPosition(at)) {
      if (text[at] != '-') return std::nullopt;
      continue;
    }
    const std::optional<std::uint8_t> value = HexValue(text[at]);
    if (!value.has_value()) return std::nullopt;
    std::uint8_t& byte = bytes[nibble / 2];
    byte = static_cast<std::uint8_t>((byte << 4U) | *value);
    ++nibble;
  }
  return Uuid(bytes);
}

Uuid Uuid::Version7(std::uint64_t unix_millis, const std::array<std::uint8_t, 10>& random) {
  Bytes bytes{};
  for (std::size_t at = 0; at < 6; ++at) {
    bytes[at] = static_cast<std::uint8_t>(unix_millis >> (40U - 8U * at));
  }
  for (std::size_t at = 0; at < random.size(); ++at) bytes[6 + at] = random[at];
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x70U);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
  return Uuid(bytes);
}

std::string Uuid::ToString() const {
  std::string text(kTextLength, '-');
  auto at = text.begin();
  for (const std::uint8_t byte : bytes_) {
    if (IsDashPosition(static_cast<std::size_t>(at - text.begin()))) ++at;
    *at++ = kHexDigits[byte >> 4U];
    *at++ = kHexDigits[byte & 0x0FU];
  }
  return text;
}

}  // namespace parley
