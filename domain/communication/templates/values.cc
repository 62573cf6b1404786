// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/values.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "domain/common/text.h"
#include "domain/communication/windows.h"

namespace parley {
namespace {

constexpr std::size_t kLongestLink = 2000;

bool IsLink(std::string_view text) {
  constexpr std::string_view kScheme = "https://";
  constexpr std::string_view kForbidden = " \"<>\\^`{|}";
  return text.size() > kScheme.size() && text.size() <= kLongestLink && text.starts_with(kScheme) &&
         text.find_first_of(kForbidden) == std::string_view::npos;
}

// "+44 20 7946 0000": a plus, 7 to 15 digits, single spaces between them.
bool IsPhone(std::string_view text) {
  constexpr std::ptrdiff_t kFewestDigits = 7;
  constexpr std::ptrdiff_t kMostDigits = 15;
  if (!text.starts_with('+') || text.ends_with(' ') || text.find("  ") != std::string_view::npos) {
    return false;
  }
  const std::string_view rest = text.substr(1);
  const auto is_digit = [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); };
  const auto digits = std::count_if(rest.begin(), rest.end(), is_digit);
  return digits >= kFewestDigits && digits <= kMostDigits &&
         std::all_of(rest.begin(), rest.end(), [&](char c) { return c == ' ' || is_digit(c); });
}

std::optional<Fault> FaultOfText(const Variable& variable, std::string_view text) {
  if (text.find_first_not_of(" \t\n") == std::string_view::npos) return Fault::kRequired;
  const bool prose = variable.type == VariableType::kProse;
  const std::size_t longest = prose ? kLongestProse : kLongestLink;
  const auto fault = CheckText(text, longest, prose ? Lines::kMany : Lines::kOne);
  if (fault.has_value()) return fault;
  if (variable.type == VariableType::kLink && !IsLink(text)) return Fault::kMalformed;
  if (variable.type == VariableType::kPhone && !IsPhone(text)) return Fault::kMalformed;
  if (variable.type == VariableType::kChoice &&
      std::find(variable.choices.begin(), variable.choices.end(), text) == variable.choices.end()) {
    return Fault::kUnknownValue;
  }
  return std::nullopt;
}

bool IsOfText(VariableType type) {
  switch (type) {
    case VariableType::kText:
    case VariableType::kProse:
    case VariableType::kChoice:
    case VariableType::kLink:
    case VariableType::kPhone:
      return true;
    case VariableType::kMoney:
    case VariableType::kDate:
    case VariableType::kTime:
    case VariableType::kCount:
    case VariableType::kWords:
    case VariableType::kRows:
      return false;
  }
  return false;
}

// Judges one value, of a variable or of a column.
class ValueCheck {
 public:
  ValueCheck(Violations& violations, const Variable& variable, std::string path)
      : violations_(violations), variable_(variable), path_(std::move(path)) {}

  void operator()(const Money& /*money*/) const { Expect(VariableType::kMoney); }
  void operator()(const Day& day) const {
    if (Expect(VariableType::kDate) && (day.year() < kFirstYear || day.year() > kLastYear)) {
      violations_.Add(path_, Fault::kOutOfRange);
    }
  }
  void operator()(const MinuteOfDay& time) const {
    if (Expect(VariableType::kTime) && (time.minute < 0 || time.minute >= kMinutesOfDay)) {
      violations_.Add(path_, Fault::kOutOfRange);
    }
  }
  void operator()(std::int64_t count) const {
    if (Expect(VariableType::kCount) && count < 0) violations_.Add(path_, Fault::kNegative);
  }
  void operator()(const SensitiveText& text) const {
    if (!IsOfText(variable_.type)) return violations_.Add(path_, Fault::kMalformed);
    const std::optional<Fault> fault = FaultOfText(variable_, text.Reveal());
    if (fault.has_value()) violations_.Add(path_, *fault);
  }
  void operator()(const std::vector<SensitiveText>& words) const {
    if (!Expect(VariableType::kWords) || !HasFit(words.size())) return;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto fault = FaultOfText(variable_, words[at].Reveal());
      if (fault.has_value()) violations_.Add(absl::StrCat(path_, "[", at, "]"), *fault);
    }
  }
  void operator()(const std::vector<ValueRow>& rows) const {
    if (!Expect(VariableType::kRows) || !HasFit(rows.size())) return;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      CheckRow(rows[at], absl::StrCat(path_, "[", at, "]"));
    }
  }

 private:
  bool Expect(VariableType type) const {
    if (variable_.type == type) return true;
    violations_.Add(path_, Fault::kMalformed);
    return false;
  }

  bool HasFit(std::size_t size) const {
    if (size > kMostRows) violations_.Add(path_, Fault::kTooLong);
    if (size == 0 && !variable_.optional) violations_.Add(path_, Fault::kRequired);
    return size <= kMostRows;
  }

  void CheckRow(const ValueRow& row, const std::string& path) const;

  Violations& violations_;
  const Variable& variable_;
  const std::string path_;
};

// Judges values by their names: of a message, or of a row.
template <typename Values>
void CheckNamed(Violations& violations, std::span<const Variable> variables, const Values& values,
                const std::string& path) {
  for (auto at = values.begin(); at != values.end(); ++at) {
    const Variable* const variable = FindVariable(variables, at->name);
    const bool again =
        std::any_of(values.begin(), at, [&](const auto& other) { return other.name == at->name; });
    if (variable == nullptr) {
      violations.Add(absl::StrCat(path, ".", at->name), Fault::kUnknownValue);
    } else if (again) {
      violations.Add(absl::StrCat(path, ".", at->name), Fault::kDuplicate);
    } else {
      std::visit(ValueCheck(violations, *variable, absl::StrCat(path, ".", at->name)), at->value);
    }
  }
  for (const Variable& variable : variables) {
    const bool given = std::any_of(values.begin(), values.end(),
                                   [&](const auto& value) { return value.name == variable.name; });
    if (!given && !variable.optional) {
      violations.Add(absl::StrCat(path, ".", variable.name), Fault::kRequired);
    }
  }
}

void ValueCheck::CheckRow(const ValueRow& row, const std::string& path) const {
  CheckNamed(violations_, variable_.columns, row, path);
}

}  // namespace

void CheckValues(Violations& violations, std::span<const Variable> variables,
                 const TemplateValues& values) {
  CheckNamed(violations, variables, values, "values");
}

}  // namespace parley
