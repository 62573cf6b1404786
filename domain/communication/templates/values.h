// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VALUES_H_
#define PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VALUES_H_

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/money.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/templates/variable.h"

namespace parley {

// The most rows of a message, and words of a list.
inline constexpr std::size_t kMostRows = 200;
inline constexpr std::size_t kLongestProse = 10'000;

// A minute on the reader's clock: 0 to 1439.
struct MinuteOfDay {
  int minute = 0;

  friend bool operator==(const MinuteOfDay&, const MinuteOfDay&) = default;
};

// A text, prose, a choice, a link or a phone number is a SensitiveText.
struct ColumnValue {
  std::string name;
  std::variant<Money, Day, MinuteOfDay, std::int64_t, SensitiveText> value;

  friend bool operator==(const ColumnValue&, const ColumnValue&) = default;
};
using ValueRow = std::vector<ColumnValue>;

struct TemplateValue {
  std::string name;
  std::variant<Money, Day, MinuteOfDay, std::int64_t, SensitiveText, std::vector<SensitiveText>,
               std::vector<ValueRow>>
      value;

  friend bool operator==(const TemplateValue&, const TemplateValue&) = default;
};
using TemplateValues = std::vector<TemplateValue>;

// Adds everything that is wrong with the values of these variables, at "values.amount" or
// "values.debts[2].balance": what is not declared is UNKNOWN_VALUE, what is missing or empty
// REQUIRED, what is of another type or form MALFORMED.
void CheckValues(Violations& violations, std::span<const Variable> variables,
                 const TemplateValues& values);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_TEMPLATES_VALUES_H_
