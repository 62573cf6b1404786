// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIMITED_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIMITED_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/days.h"
#include "domain/common/violations.h"
#include "domain/communication/templates/check_template.h"
#include "domain/communication/templates/values.h"

namespace parley {

// All that a message of limited content can be filled with: who asks for a call, by what number,
// and when it suits. There is no member for a person, a creditor, a debt or an amount, so none can
// be said (12 CFR 1006.2(j) lists the same).
struct LimitedValues {
  std::string firm;   // A name that does not tell that debts are collected.
  std::string agent;  // Whom to ask for; may be empty.
  std::string phone;
  std::optional<Day> day;
  std::optional<MinuteOfDay> from_time;
  std::optional<MinuteOfDay> to_time;
};

// The variables of those values: a template of limited content declares no other.
std::span<const Variable> LimitedVariables();

// What in a limited template could reveal a debt: another variable, or a block that has one.
std::vector<TemplateFault> CheckLimited(const Template& words, std::span<const ContentBlock> used);

// Takes one of them, told by name. Adds to `violations` at `path` what limited content has no room
// for, and a value of another type.
void TakeValue(const TemplateValue& given, const std::string& path, LimitedValues& limited,
               Violations& violations);

// The values as those of the variables that are declared. Errors: FIELD_INVALID for a name that
// holds a digit or the sign of a currency, in which an amount could hide.
absl::StatusOr<TemplateValues> ToValues(const LimitedValues& limited,
                                        std::span<const Variable> declared);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_LIMITED_H_
