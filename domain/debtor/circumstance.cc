// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/circumstance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kEventWords = std::to_array<std::string_view>({
    "",
    "JOB_LOST",
    "INCOME_CUT",
    "ILLNESS",
    "BEREAVEMENT",
    "SEPARATION",
    "RELOCATION",
    "DISASTER",
    "PRISON",
    "NEW_CHILD",
    "OTHER",
});
constexpr auto kEvidenceWords =
    std::to_array<std::string_view>({"", "REQUIRED", "REQUESTED", "RECEIVED", "WAIVED"});

bool IsEnded(const LifeCircumstance& circumstance) {
  return !circumstance.end_reason.Reveal().empty();
}

void CheckDays(const LifeCircumstance& circumstance, const std::string& field,
               Violations& violations) {
  if (circumstance.until.value_or(circumstance.from) < circumstance.from) {
    violations.Add(field + ".until_date", Fault::kDateOrder);
  }
  if (circumstance.review < circumstance.from) {
    violations.Add(field + ".review_date", Fault::kDateOrder);
  }
}

// What comes is taken, whatever was said before; it is never asked for again, and what has come is
// not given up.
bool MayFollow(EvidenceState before, EvidenceState after) {
  if (before == EvidenceState::kRequired || after == EvidenceState::kReceived) return true;
  return after == EvidenceState::kWaived && before != EvidenceState::kReceived;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<LifeEvent>() {
  return kEventWords;
}

template <>
std::span<const std::string_view> WordsOf<EvidenceState>() {
  return kEvidenceWords;
}

void CheckCircumstance(const LifeCircumstance& circumstance, const std::string& field,
                       Violations& violations) {
  CheckProvenance(circumstance.provenance, field, violations);
  const std::string& note = circumstance.note.Reveal();
  // "Other" says nothing by itself.
  if (circumstance.event == LifeEvent::kOther) {
    RequireText(violations, field + ".note", note, kLongestReason, Lines::kMany);
  } else {
    AllowText(violations, field + ".note", note, kLongestReason, Lines::kMany);
  }
  CheckDays(circumstance, field, violations);
  if (circumstance.condition.has_value()) {
    CheckVulnerability(*circumstance.condition, circumstance.provenance, field + ".condition",
                       violations);
  }
}

bool StandsOn(const LifeCircumstance& circumstance, Day day) {
  return circumstance.until.value_or(day) >= day;
}

LifeCircumstance AsConsented(LifeCircumstance circumstance, absl::Time now) {
  circumstance.condition = AsConsented(std::move(circumstance.condition), now);
  return circumstance;
}

absl::StatusOr<LifeCircumstance> WithNews(const LifeCircumstance& circumstance,
                                          const CircumstanceNews& news, const std::string& field) {
  if (IsEnded(circumstance)) return Refuse(Reason::kCircumstanceOver);
  LifeCircumstance after = circumstance;
  after.review = news.review.value_or(after.review);
  if (news.until.has_value()) after.until = news.until;
  Violations violations;
  CheckDays(after, field, violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (news.evidence.has_value()) {
    if (!MayFollow(circumstance.evidence, *news.evidence)) {
      return Refuse(Reason::kEvidenceAlreadyAsked);
    }
    after.evidence = *news.evidence;
  }
  return after;
}

absl::StatusOr<LifeCircumstance> EndedOn(const LifeCircumstance& circumstance, Day last,
                                         const SensitiveText& reason) {
  if (IsEnded(circumstance)) return Refuse(Reason::kCircumstanceOver);
  Violations violations;
  RequireText(violations, "reason", reason.Reveal(), kLongestReason, Lines::kMany);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  LifeCircumstance ended = circumstance;
  // One that was to begin later never did.
  ended.until = std::max(std::min(ended.until.value_or(last), last), ended.from - 1);
  ended.end_reason = reason;
  return ended;
}

}  // namespace parley
