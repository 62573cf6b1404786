// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_VARIABLES_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_VARIABLES_H_

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/communication/templates/check_template.h"

namespace parley {

// Names that are malformed or declared twice, choices and columns where they do not belong.
std::vector<TemplateFault> CheckDeclarations(std::span<const Variable> variables,
                                             const std::string& path);

// Holds what texts do with variables against what is declared of them.
class UseCheck {
 public:
  UseCheck(std::span<const Variable> variables, std::vector<TemplateFault>& faults)
      : variables_(variables), faults_(faults) {}

  // Also tells the faults of the reading itself.
  void Check(const TextReading& reading, const std::string& path);

  // Tells those of `declared` that no text used.
  void TellUnused(std::span<const Variable> declared, const std::string& path);

 private:
  void CheckUse(const VariableUse& use, const std::string& path);
  // The variable that a name means there: a column of the rows around it, or one of the message.
  const Variable* Find(const VariableUse& use);

  std::span<const Variable> variables_;
  std::vector<TemplateFault>& faults_;
  std::set<std::string> used_;  // A column as "rows.column".
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_CHECK_VARIABLES_H_
