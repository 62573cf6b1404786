// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/limited.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace parley {
namespace {

bool IsLimited(const Variable& variable) {
  const Variable* const known = FindVariable(LimitedVariables(), variable.name);
  return known != nullptr && known->type == variable.type;
}

void RefuseAmounts(Violations& violations, const char* field, std::string_view text) {
  constexpr auto kSigns = std::to_array<std::string_view>({"$", "€", "£", "¥"});
  const bool has_digit = std::any_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  });
  const bool has_sign = std::any_of(kSigns.begin(), kSigns.end(), [text](std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
  });
  if (has_digit || has_sign) violations.Add(field, Fault::kMalformed);
}

bool Take(const TemplateValue& given, std::string& out) {
  const auto* const text = std::get_if<SensitiveText>(&given.value);
  if (text != nullptr) out = text->Reveal();
  return text != nullptr;
}

template <typename Value>
bool Take(const TemplateValue& given, std::optional<Value>& out) {
  const auto* const value = std::get_if<Value>(&given.value);
  if (value != nullptr) out = *value;
  return value != nullptr;
}

bool TakeNamed(const TemplateValue& given, LimitedValues& limited) {
  if (given.name == "firm") return Take(given, limited.firm);
  if (given.name == "agent") return Take(given, limited.agent);
  if (given.name == "phone") return Take(given, limited.phone);
  if (given.name == "day") return Take(given, limited.day);
  if (given.name == "from_time") return Take(given, limited.from_time);
  return Take(given, limited.to_time);
}

}  // namespace

std::span<const Variable> LimitedVariables() {
  static const auto* const kAll = new std::vector<Variable>{
      {.name = "firm", .type = VariableType::kText},
      {.name = "agent", .type = VariableType::kText},
      {.name = "phone", .type = VariableType::kPhone},
      {.name = "day", .type = VariableType::kDate},
      {.name = "from_time", .type = VariableType::kTime},
      {.name = "to_time", .type = VariableType::kTime},
  };
  return *kAll;
}

std::vector<TemplateFault> CheckLimited(const Template& words, std::span<const ContentBlock> used) {
  std::vector<TemplateFault> faults;
  if (words.variant != Variant::kLimited) return faults;
  for (std::size_t at = 0; at < words.variables.size(); ++at) {
    if (IsLimited(words.variables[at])) continue;
    faults.push_back({.path = absl::StrCat("variables[", at, "]"),
                      .what = "a message of limited content knows firm, agent, phone, day, "
                              "from_time and to_time alone"});
  }
  for (const ContentBlock& block : used) {
    if (std::all_of(block.variables.begin(), block.variables.end(), IsLimited)) continue;
    faults.push_back(
        {.path = "parts",
         .what = absl::StrCat("the block ", std::string(WordFor(block.block)),
                              " has variables that a message of limited content may not have")});
  }
  return faults;
}

void TakeValue(const TemplateValue& given, const std::string& path, LimitedValues& limited,
               Violations& violations) {
  if (FindVariable(LimitedVariables(), given.name) == nullptr) {
    violations.Add(path, Fault::kUnknownValue);
  } else if (!TakeNamed(given, limited)) {
    violations.Add(path, Fault::kMalformed);
  }
}

absl::StatusOr<TemplateValues> ToValues(const LimitedValues& limited,
                                        std::span<const Variable> declared) {
  Violations violations;
  RefuseAmounts(violations, "values.firm", limited.firm);
  RefuseAmounts(violations, "values.agent", limited.agent);
  if (!violations.empty()) return violations.ToStatus();
  TemplateValues all = {{"firm", SensitiveText(limited.firm)},
                        {"phone", SensitiveText(limited.phone)}};
  if (!limited.agent.empty()) all.push_back({"agent", SensitiveText(limited.agent)});
  if (limited.day.has_value()) all.push_back({"day", *limited.day});
  if (limited.from_time.has_value()) all.push_back({"from_time", *limited.from_time});
  if (limited.to_time.has_value()) all.push_back({"to_time", *limited.to_time});
  std::erase_if(all, [declared](const TemplateValue& value) {
    return FindVariable(declared, value.name) == nullptr;
  });
  return all;
}

}  // namespace parley
