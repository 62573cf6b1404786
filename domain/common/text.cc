// SPDX-License-Identifier: Apache-2.0
#include "domain/common/text.h"

#include <algorithm>
#include <cstdint>

#include "domain/common/utf8.h"

namespace parley {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsAlphanumeric(char c) { return IsLetter(c) || (c >= '0' && c <= '9'); }

bool IsControl(std::uint32_t point, Lines lines) {
  if (lines == Lines::kMany && (point == '\n' || point == '\t')) return false;
  return point < 0x20 || (point >= 0x7F && point <= 0x9F);
}

}  // namespace

std::optional<Fault> CheckText(std::string_view text, std::size_t longest, Lines lines) {
  if (text.size() > longest) return Fault::kTooLong;
  bool control = false;
  while (!text.empty()) {
    const std::optional<std::uint32_t> point = TakeCodePoint(text);
    if (!point.has_value()) return Fault::kNotUtf8;
    control = control || IsControl(*point, lines);
  }
  return control ? std::optional<Fault>(Fault::kControlCharacter) : std::nullopt;
}

void RequireText(Violations& violations, const std::string& field, std::string_view text,
                 std::size_t longest, Lines lines) {
  if (text.empty()) return violations.Add(field, Fault::kRequired);
  AllowText(violations, field, text, longest, lines);
}

void AllowText(Violations& violations, const std::string& field, std::string_view text,
               std::size_t longest, Lines lines) {
  const std::optional<Fault> fault = CheckText(text, longest, lines);
  if (fault.has_value()) violations.Add(field, *fault);
}

bool IsGivenId(std::string_view text) {
  const auto is_part = [](char c) { return IsAlphanumeric(c) || c == '.' || c == '-' || c == '_'; };
  return !text.empty() && text.size() <= kLongestGivenId &&
         std::all_of(text.begin(), text.end(), is_part);
}

bool IsLanguageTag(std::string_view text) {
  if (text.size() > 35) return false;
  bool first = true;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find('-', start), text.size());
    const std::string_view part = text.substr(start, end - start);
    const bool sound = first ? part.size() >= 2 && part.size() <= 8 &&
                                   std::all_of(part.begin(), part.end(), IsLetter)
                             : !part.empty() && part.size() <= 8 &&
                                   std::all_of(part.begin(), part.end(), IsAlphanumeric);
    if (!sound) return false;
    first = false;
    start = end + 1;
  }
  return true;
}

bool IsRegion(std::string_view text) {
  const std::string_view country = text.substr(0, 2);
  if (country.size() != 2 || !std::all_of(country.begin(), country.end(), IsUpper)) return false;
  if (text.size() == 2) return true;
  const std::string_view part = text.substr(3);
  return text[2] == '-' && !part.empty() && part.size() <= 3 &&
         std::all_of(part.begin(), part.end(), IsAlphanumeric);
}

}  // namespace parley
