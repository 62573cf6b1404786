// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/array_text.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace parley::postgres {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void AppendHex(std::string& out, std::string_view bytes) {
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out += kHexDigits[value >> 4U];
    out += kHexDigits[value & 0xFU];
  }
}

}  // namespace

void AppendElement(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void AppendElement(std::string& out, Bytes bytes) {
  out += R"("\\x)";
  AppendHex(out, bytes.bytes);
  out += '"';
}

void AppendElement(std::string& out, std::int64_t number) {
  std::array<char, 20> digits{};
  auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void AppendElement(std::string& out, absl::int128 number) {
  constexpr std::int64_t kTenToThe18 = 1'000'000'000'000'000'000;
  if (number > -kTenToThe18 && number < kTenToThe18) {
    return AppendElement(out, static_cast<std::int64_t>(number));
  }
  AppendElement(out, number / kTenToThe18);
  // The digits below have no sign of their own, and their zeros in front.
  const auto rest = static_cast<std::int64_t>(number % kTenToThe18);
  const std::string digits = std::to_string(rest < 0 ? -rest : rest);
  out.append(18 - digits.size(), '0').append(digits);
}

void AppendElement(std::string& out, const Uuid& id) { out += id.ToString(); }

void AppendElement(std::string& out, Day day) {
  out += day == Day::max() ? std::string(kInfinity) : FormatDay(day);
}

void AppendElement(std::string& out, absl::Time time) {
  AppendElement(out, absl::ToUnixMicros(time));
}

std::vector<std::string> RowArrays::Take() && {
  for (std::string& column : columns_) column += '}';
  return std::move(columns_);
}

}  // namespace parley::postgres
