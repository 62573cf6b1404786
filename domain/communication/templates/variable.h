// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VARIABLE_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VARIABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/vocabulary.h"

namespace parley {

// What a variable of a template stands for: this decides how its value is written and what else it
// may do.
enum class VariableType : std::uint8_t {
  kText = 1,   // One line.
  kProse = 2,  // Lines that a person wrote.
  kMoney = 3,
  kDate = 4,
  kTime = 5,    // A minute of a day.
  kCount = 6,   // May choose a plural.
  kChoice = 7,  // Chooses among wordings, and is never shown itself.
  kLink = 8,    // Begins with https://.
  kPhone = 9,   // In international form: "+44 20 7946 0000".
  kWords = 10,  // Some words, joined as the language joins them: "A, B and C".
  kRows = 11,   // Some rows with columns; a section is written once for each.
};

template <>
std::span<const std::string_view> WordsOf<VariableType>();

// A value that a template needs, or may have.
struct Variable {
  std::string name;  // Small letters, digits, underscores.
  VariableType type = VariableType::kText;
  bool optional = false;  // May lack a value: then it stands within a section of its own name.
  bool personal = false;  // Tells something about a person.
  std::vector<std::string> choices;  // Of a choice.
  std::vector<Variable> columns;     // Of rows; none of them is rows itself.

  friend bool operator==(const Variable&, const Variable&) = default;
};

// A small letter, and then letters, digits and underscores; at most 40 of them.
bool IsVariableName(std::string_view name);

const Variable* FindVariable(std::span<const Variable> variables, std::string_view name);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VARIABLE_H_
