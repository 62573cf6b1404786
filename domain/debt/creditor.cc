// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/creditor.h"

#include <algorithm>
#include <cstddef>

#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kLongestCode = 64;

bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool IsCodeCharacter(char c) { return IsLetterOrDigit(c) || c == '.' || c == '-' || c == '_'; }

}  // namespace

void CheckCreditor(const Creditor& creditor, const std::string& field, Violations& violations) {
  RequireText(violations, field + ".code", creditor.code, kLongestCode);
  const bool led = creditor.code.empty() || IsLetterOrDigit(creditor.code.front());
  if (!led || !std::all_of(creditor.code.begin(), creditor.code.end(), IsCodeCharacter)) {
    violations.Add(field + ".code", Fault::kMalformed);
  }
  RequireText(violations, field + ".display_name", creditor.display_name, kLongestName);
  if (creditor.time_zone.empty()) violations.Add(field + ".time_zone", Fault::kRequired);
  if (!creditor.language.empty() && !IsLanguageTag(creditor.language)) {
    violations.Add(field + ".language_code", Fault::kLanguageMalformed);
  }
  CheckSettings(creditor.settings, field + ".settings", violations);
}

}  // namespace parley
