// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/sms_length.h"

#include <algorithm>
#include <vector>

#include "domain/common/utf8.h"

namespace parley {
namespace {

// Beside the printable characters of ASCII that both have: 3GPP TS 23.038, 6.2.1.
constexpr std::u32string_view kDefaultAlphabet = U"\n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
// 6.2.1.1; each takes two septets.
constexpr std::u32string_view kExtension = U"\f^{}\\[~]|€";

// Of a character in the default alphabet and its extension; 0 when neither has it.
int SeptetsOf(std::uint32_t point) {
  const auto character = static_cast<char32_t>(point);
  if (kExtension.find(character) != std::u32string_view::npos) return 2;
  const bool shared = point >= 0x20 && point < 0x7F && point != '`';
  if (shared || kDefaultAlphabet.find(character) != std::u32string_view::npos) return 1;
  return 0;
}

// Above the basic plane a character is a pair of surrogates.
int UnitsOf(std::uint32_t point) { return point > 0xFFFF ? 2 : 1; }

struct Capacity {
  int single;
  int part;
};

SmsLength Fill(SmsEncoding encoding, const std::vector<int>& sizes, const Capacity& capacity) {
  SmsLength length{encoding, 0, 1};
  int in_part = 0;
  int parts = 1;
  for (const int size : sizes) {
    length.units += size;
    if (in_part + size > capacity.part) {
      ++parts;
      in_part = 0;
    }
    in_part += size;
  }
  if (length.units > capacity.single) length.segments = parts;
  return length;
}

}  // namespace

std::optional<SmsLength> MeasureSms(std::string_view text) {
  std::vector<int> septets;
  std::vector<int> units;
  while (!text.empty()) {
    const std::optional<std::uint32_t> point = TakeCodePoint(text);
    if (!point.has_value()) return std::nullopt;
    septets.push_back(SeptetsOf(*point));
    units.push_back(UnitsOf(*point));
  }
  const bool is_gsm7 = std::find(septets.begin(), septets.end(), 0) == septets.end();
  return is_gsm7 ? Fill(SmsEncoding::kGsm7, septets, {160, 153})
                 : Fill(SmsEncoding::kUcs2, units, {70, 67});
}

}  // namespace parley
