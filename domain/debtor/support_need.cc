// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/support_need.h"

#include <array>
#include <utility>

#include "domain/common/text.h"

namespace parley {
namespace {

constexpr auto kAdjustmentWords = std::to_array<std::string_view>({
    "",
    "MORE_TIME",
    "PLAIN_LANGUAGE",
    "IN_WRITING",
    "BY_PHONE",
    "ACCESSIBLE_FORMAT",
    "INTERPRETER",
    "ONE_PERSON_TO_TALK_TO",
    "SPECIALIST_TEAM",
    "REPEAT_AND_CONFIRM",
    "SOMEBODY_BESIDE_THEM",
    "FEWER_CONTACTS",
    "OTHER",
});
constexpr auto kDriverWords =
    std::to_array<std::string_view>({"", "HEALTH", "LIFE_EVENT", "RESILIENCE", "CAPABILITY"});

bool Stands(const std::optional<ExplicitConsent>& consent, absl::Time now) {
  return consent.has_value() && consent->given <= now &&
         now < consent->withdrawn.value_or(absl::InfiniteFuture());
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<Adjustment>() {
  return kAdjustmentWords;
}

template <>
std::span<const std::string_view> WordsOf<VulnerabilityDriver>() {
  return kDriverWords;
}

void CheckVulnerability(const Vulnerability& vulnerability, const Provenance& provenance,
                        const std::string& field, Violations& violations) {
  AllowText(violations, field + ".description", vulnerability.description.Reveal(), kLongestReason,
            Lines::kMany);
  if (!vulnerability.consent.has_value()) return;
  RequireText(violations, field + ".consent.wording_version",
              vulnerability.consent->wording_version, kLongestReference);
  if (vulnerability.consent->given > provenance.recorded) {
    violations.Add(field + ".consent.give_time", Fault::kDateInFuture);
  }
}

void CheckSupportNeed(const SupportNeed& need, const std::string& field, Violations& violations) {
  CheckProvenance(need.provenance, field, violations);
  const std::string& note = need.note.Reveal();
  // "Other" says nothing by itself.
  if (need.adjustment == Adjustment::kOther) {
    RequireText(violations, field + ".note", note, kLongestReason, Lines::kMany);
  } else {
    AllowText(violations, field + ".note", note, kLongestReason, Lines::kMany);
  }
  if (need.until.value_or(need.review) < need.review) {
    violations.Add(field + ".review_date", Fault::kDateOrder);
  }
  if (need.vulnerability.has_value()) {
    CheckVulnerability(*need.vulnerability, need.provenance, field + ".vulnerability", violations);
  }
}

bool StandsOn(const SupportNeed& need, Day day) { return need.until.value_or(day) >= day; }

SupportNeed AsConsented(SupportNeed need, absl::Time now) {
  need.vulnerability = AsConsented(std::move(need.vulnerability), now);
  return need;
}

std::optional<Vulnerability> AsConsented(std::optional<Vulnerability> reason, absl::Time now) {
  if (reason.has_value() && !Stands(reason->consent, now)) reason.reset();
  return reason;
}

}  // namespace parley
