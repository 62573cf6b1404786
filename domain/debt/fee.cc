// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/fee.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"
#include "domain/debt/money_list.h"

namespace parley {
namespace {

constexpr std::size_t kLongestBasis = 1000;

// In the order of the enum, which begins at one.
constexpr auto kCauses = std::to_array<std::string_view>(
    {"LATE_PAYMENT", "FAILED_PAYMENT", "CONTACT", "SERVICE", "LEGAL_STEP", "CONTRACT_EVENT"});

}  // namespace

std::string_view NameOf(FeeCause cause) { return kCauses.at(static_cast<std::size_t>(cause) - 1); }

std::optional<FeeCause> FeeCauseNamed(std::string_view name) {
  const auto* const found = std::find(kCauses.begin(), kCauses.end(), name);
  if (found == kCauses.end()) return std::nullopt;
  return static_cast<FeeCause>(found - kCauses.begin() + 1);
}

std::optional<FeeCause> FeeCauseNumbered(std::int64_t number) {
  if (number < 1 || number > std::ssize(kCauses)) return std::nullopt;
  return static_cast<FeeCause>(number);
}

void CheckFeeRule(const FeeRule& rule, const std::string& field, Violations& violations) {
  RequireText(violations, field + ".id", rule.id, kLongestFeeRule);
  if (rule.version < 0) violations.Add(field + ".version", Fault::kNegative);
  RequireText(violations, field + ".basis", rule.basis, kLongestBasis);
  for (std::size_t at = 0; at < rule.causes.size(); ++at) {
    const auto here = rule.causes.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::find(rule.causes.begin(), here, *here) == here) continue;
    violations.Add(absl::StrCat(field, ".causes[", at, "]"), Fault::kDuplicate);
  }
  CheckMoneyList(rule.most, field + ".most", violations);
}

bool Covers(const FeeRule& rule, FeeCause cause) {
  if (rule.causes.empty()) return cause != FeeCause::kContact && cause != FeeCause::kFailedPayment;
  return std::find(rule.causes.begin(), rule.causes.end(), cause) != rule.causes.end();
}

}  // namespace parley
