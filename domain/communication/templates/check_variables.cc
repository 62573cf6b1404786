// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/check_variables.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"

namespace parley {
namespace {

std::string FaultOfDeclaration(const Variable& variable, bool is_column) {
  if (!IsVariableName(variable.name)) {
    return "a name is small letters, digits and underscores, and begins with a letter";
  }
  if (static_cast<std::size_t>(variable.type) == 0) return "no type";
  const bool rows = variable.type == VariableType::kRows;
  if (is_column && (rows || variable.type == VariableType::kWords)) {
    return "a column is one value";
  }
  if (rows == variable.columns.empty()) return "columns are for rows, which have some";
  if ((variable.type == VariableType::kChoice) == variable.choices.empty()) {
    return "choices are for a choice, which has some";
  }
  return "";
}

void CheckOne(std::span<const Variable> variables, std::size_t at, const std::string& path,
              std::vector<TemplateFault>& faults) {
  const Variable& variable = variables[at];
  const bool is_column = path.find('.') != std::string::npos;
  std::string what = FaultOfDeclaration(variable, is_column);
  if (FindVariable(variables.first(at), variable.name) != nullptr) what = "declared twice";
  if (what.empty()) return;
  faults.push_back(
      {.path = absl::StrCat(path, "[", at, "]"), .what = absl::StrCat(variable.name, ": ", what)});
}

// What is wrong with doing this with a variable of that type; empty when nothing is.
std::string FaultOfUse(const VariableUse& use, const Variable& variable) {
  const bool inside = std::find(use.within.begin(), use.within.end(), use.name) != use.within.end();
  switch (use.usage) {
    case Usage::kSection:
    case Usage::kInverted:
      return variable.optional || variable.type == VariableType::kRows
                 ? ""
                 : "a section is for rows, or for what may lack a value";
    case Usage::kPlural:
      if (variable.type != VariableType::kCount) return "only a count chooses a plural";
      break;
    case Usage::kSelect:
      if (variable.type != VariableType::kChoice) return "only a choice selects";
      for (const std::string& selector : use.selectors) {
        const auto& known = variable.choices;
        if (std::find(known.begin(), known.end(), selector) == known.end()) {
          return absl::StrCat(selector, " is none of its choices");
        }
      }
      break;
    case Usage::kShown:
      if (variable.type == VariableType::kRows) return "rows stand in a section";
      if (variable.type == VariableType::kChoice) return "a choice selects, and is never shown";
      break;
  }
  if (variable.optional && !inside) return "may lack a value: it stands within its own section";
  return "";
}

}  // namespace

std::vector<TemplateFault> CheckDeclarations(std::span<const Variable> variables,
                                             const std::string& path) {
  std::vector<TemplateFault> faults;
  for (std::size_t at = 0; at < variables.size(); ++at) {
    CheckOne(variables, at, path, faults);
    const std::string columns = absl::StrCat(path, "[", at, "].columns");
    for (std::size_t column = 0; column < variables[at].columns.size(); ++column) {
      CheckOne(variables[at].columns, column, columns, faults);
    }
  }
  return faults;
}

void UseCheck::Check(const TextReading& reading, const std::string& path) {
  for (const TextFault& fault : reading.faults) {
    faults_.push_back({path, fault.line, fault.what});
  }
  for (const VariableUse& use : reading.variables) CheckUse(use, path);
}

const Variable* UseCheck::Find(const VariableUse& use) {
  for (auto section = use.within.rbegin(); section != use.within.rend(); ++section) {
    const Variable* const rows = FindVariable(variables_, *section);
    if (rows == nullptr) continue;
    const Variable* const column = FindVariable(rows->columns, use.name);
    if (column == nullptr) continue;
    used_.insert(absl::StrCat(rows->name, ".", use.name));
    return column;
  }
  used_.insert(use.name);
  return FindVariable(variables_, use.name);
}

void UseCheck::CheckUse(const VariableUse& use, const std::string& path) {
  const Variable* const variable = Find(use);
  const std::string what = variable == nullptr ? "is not declared" : FaultOfUse(use, *variable);
  if (!what.empty()) faults_.push_back({path, use.line, absl::StrCat(use.name, ": ", what)});
}

void UseCheck::TellUnused(std::span<const Variable> declared, const std::string& path) {
  for (std::size_t at = 0; at < declared.size(); ++at) {
    const Variable& variable = declared[at];
    const std::string place = absl::StrCat(path, "[", at, "]");
    if (!used_.contains(variable.name)) {
      faults_.push_back({place, 0, absl::StrCat(variable.name, ": is declared and not used")});
      continue;
    }
    for (const Variable& column : variable.columns) {
      if (used_.contains(absl::StrCat(variable.name, ".", column.name))) continue;
      faults_.push_back({place, 0, absl::StrCat(column.name, ": is declared and not used")});
    }
  }
}

}  // namespace parley
