// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/address_form.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kMostLines = 8;
constexpr std::size_t kLongestLine = 200;

constexpr std::string_view kAtomMarks = "!#$%&'*+-/=?^_`{|}~";

// Each part between separators, an empty one too.
std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool IsDigit(char letter) { return letter >= '0' && letter <= '9'; }

// Beyond ASCII every letter is allowed; that it is one was checked with the text.
bool IsBeyondAscii(char letter) { return static_cast<unsigned char>(letter) >= 0x80; }

bool IsSmallOrDigit(char letter) { return (letter >= 'a' && letter <= 'z') || IsDigit(letter); }

bool IsAtom(std::string_view atom) {
  return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char letter) {
    return IsSmallOrDigit(letter) || IsBeyondAscii(letter) ||
           kAtomMarks.find(letter) != std::string_view::npos;
  });
}

bool IsLabel(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char letter) {
    return IsSmallOrDigit(letter) || IsBeyondAscii(letter) || letter == '-';
  });
}

bool IsDomain(std::string_view domain) {
  const std::vector<std::string_view> labels = Split(domain, '.');
  const std::string_view top = labels.back();
  return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), IsLabel) &&
         !std::all_of(top.begin(), top.end(), IsDigit);
}

}  // namespace

bool IsE164(std::string_view text) {
  if (text.empty() || text.front() != '+') return false;
  const std::string_view digits = text.substr(1);
  return digits.size() >= kFewestDigits && digits.size() <= kMostDigits && digits.front() != '0' &&
         std::all_of(digits.begin(), digits.end(), IsDigit);
}

bool IsEmail(std::string_view text) {
  if (CheckText(text, kLongestEmail).has_value()) return false;
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at > kLongestLocalPart) return false;
  const std::vector<std::string_view> atoms = Split(text.substr(0, at), '.');
  return std::all_of(atoms.begin(), atoms.end(), IsAtom) && IsDomain(text.substr(at + 1));
}

bool IsPostal(std::string_view text) {
  const std::vector<std::string_view> lines = Split(text, '\n');
  return lines.size() <= kMostLines &&
         std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
           return line.find_first_not_of(" \t") != std::string_view::npos &&
                  !CheckText(line, kLongestLine).has_value();
         });
}

}  // namespace parley
