// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/sample_values.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace parley {
namespace {

std::string SampleText(const Variable& variable) {
  static const auto* const kKnown = new std::map<std::string_view, std::string_view>{
      {"name", "Ana Ejemplo"},
      {"firm", "Acme Servicing"},
      {"agent", "Sam Muster"},
      {"creditor", "Example Bank"},
      {"owner", "Example Bank"},
      {"original_creditor", "Example Shop"},
      {"reference", "EX-2041"},
      {"debt_reference", "EX-2041"},
      {"account_tail", "0042"},
      {"organisation", "Example Debt Advice"},
      {"handler", "Sam Muster"},
      {"representative", "Rita Beispiel"},
      {"debtor_name", "Otto Beispiel"},
      {"complaint_reference", "C-7"},
      {"what", "Interest"},
      {"before", "5 %"},
      {"after", "4 %"},
      {"ombudsman", "Example Ombudsman"},
  };
  const auto known = kKnown->find(variable.name);
  return std::string(known == kKnown->end() ? "Example" : known->second);
}

ColumnValue SampleOf(const Variable& variable) {
  constexpr std::int64_t kAmount = 12'050;
  switch (variable.type) {
    case VariableType::kMoney:
      return {variable.name, Money(kAmount, *Currency::Find("EUR"))};
    case VariableType::kDate:
      return {variable.name, Day(2026, 12, 1)};
    case VariableType::kTime:
      return {variable.name, MinuteOfDay{14 * 60 + 30}};
    case VariableType::kCount:
      return {variable.name, std::int64_t{variable.name == "accounts" ? 1 : 3}};
    case VariableType::kChoice:
      return {variable.name, SensitiveText(variable.choices.front())};
    case VariableType::kLink:
      return {variable.name, SensitiveText("https://parley.example/" + variable.name)};
    case VariableType::kPhone:
      return {variable.name, SensitiveText("+44 20 7946 0000")};
    case VariableType::kProse:
      return {variable.name, SensitiveText("First line.\nSecond line.")};
    case VariableType::kText:
    case VariableType::kWords:
    case VariableType::kRows:
      break;
  }
  return {variable.name, SensitiveText(SampleText(variable))};
}

ValueRow SampleRow(const Variable& rows, bool with_optional) {
  ValueRow row;
  for (const Variable& column : rows.columns) {
    if (with_optional || !column.optional) row.push_back(SampleOf(column));
  }
  return row;
}

TemplateValue SampleFor(const Variable& variable) {
  if (variable.type == VariableType::kRows) {
    return {variable.name,
            std::vector<ValueRow>{SampleRow(variable, true), SampleRow(variable, false)}};
  }
  if (variable.type == VariableType::kWords) {
    return {variable.name,
            std::vector<SensitiveText>{SensitiveText("A"), SensitiveText("B"), SensitiveText("C")}};
  }
  ColumnValue one = SampleOf(variable);
  return std::visit(
      [&](auto& value) {
        return TemplateValue{variable.name, std::move(value)};
      },
      one.value);
}

}  // namespace

TemplateValues SampleValues(std::span<const Variable> variables, Samples samples) {
  TemplateValues values;
  for (const Variable& variable : variables) {
    if (variable.optional && samples == Samples::kOfRequired) continue;
    values.push_back(SampleFor(variable));
  }
  return values;
}

LimitedValues SampleLimitedValues() {
  return {.firm = "Acme Servicing",
          .agent = "Sam Muster",
          .phone = "+1 617 555 0100",
          .day = Day(2026, 12, 1),
          .from_time = MinuteOfDay{9 * 60},
          .to_time = MinuteOfDay{17 * 60}};
}

}  // namespace parley
