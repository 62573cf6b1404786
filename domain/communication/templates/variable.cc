// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/variable.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace parley {
namespace {

constexpr std::size_t kLongestVariableName = 40;

constexpr auto kVariableTypeWords = std::to_array<std::string_view>({
    "",
    "TEXT",
    "PROSE",
    "MONEY",
    "DATE",
    "TIME",
    "COUNT",
    "CHOICE",
    "LINK",
    "PHONE",
    "WORDS",
    "ROWS",
});

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

template <>
std::span<const std::string_view> WordsOf<VariableType>() {
  return kVariableTypeWords;
}

bool IsVariableName(std::string_view name) {
  const auto fits = [](char c) { return IsSmallLetter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.size() <= kLongestVariableName && IsSmallLetter(name.front()) &&
         std::all_of(name.begin(), name.end(), fits);
}

const Variable* FindVariable(std::span<const Variable> variables, std::string_view name) {
  const auto found =
      std::find_if(variables.begin(), variables.end(),
                   [name](const Variable& variable) { return variable.name == name; });
  return found == variables.end() ? nullptr : &*found;
}

}  // namespace parley
