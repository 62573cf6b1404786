// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/skill.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "domain/worklist/work_item.h"

namespace parley {
namespace {

// In the order of the enum, which begins at one.
constexpr auto kNames = std::to_array<std::string_view>(
    {"GENERAL", "VULNERABILITY", "COMPLAINTS", "DISPUTES", "INSOLVENCY", "PAYMENTS", "TRACING"});

struct Need {
  Skill skill = Skill::kGeneral;
  bool speaks = false;  // The work is done in the person's own language.
};

// The one table of what each kind of work needs.
Need NeedOf(WorkKind kind) {
  switch (kind) {
    case WorkKind::kApproval:
    case WorkKind::kSmallBalance:
    case WorkKind::kCreditHeld:
      return {Skill::kPayments, false};
    case WorkKind::kContactUnclear:
    case WorkKind::kMessageUnknown:
    case WorkKind::kMessageFailed:
    case WorkKind::kInboundUnmatched:
      return {Skill::kTracing, false};
    case WorkKind::kDispute:
      return {Skill::kDisputes, true};
    case WorkKind::kComplaint:
      return {Skill::kComplaints, true};
    case WorkKind::kCrisis:
      return {Skill::kVulnerability, true};
    case WorkKind::kCallback:
    case WorkKind::kInboundAnswer:
    case WorkKind::kReview:
      return {Skill::kGeneral, true};
  }
  return {};
}

}  // namespace

std::string_view NameOf(Skill skill) { return kNames.at(static_cast<std::size_t>(skill) - 1); }

std::optional<Skill> SkillNamed(std::string_view name) {
  const auto* const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Skill>(found - kNames.begin() + 1);
}

Skill SkillFor(WorkKind kind) { return NeedOf(kind).skill; }

std::string SpokenLanguage(std::string_view tag) {
  std::string first(tag.substr(0, tag.find('-')));
  absl::AsciiStrToLower(&first);
  return first;
}

std::string LanguageFor(WorkKind kind, std::string_view debtor_language) {
  return NeedOf(kind).speaks ? SpokenLanguage(debtor_language) : std::string();
}

}  // namespace parley
