// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/representative.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kMostDebtsOfScope = 200;

constexpr auto kRoleWords =
    std::to_array<std::string_view>({"", "ATTORNEY", "DEBT_ADVISER", "CARER", "GUARDIAN",
                                     "EXECUTOR", "TRUSTEE", "SPOUSE", "PARENT_OF_MINOR", "OTHER"});
constexpr auto kPowerWords =
    std::to_array<std::string_view>({"", "BE_TOLD", "NEGOTIATE", "PAY", "RECEIVE_NOTICES"});
constexpr auto kStateWords = std::to_array<std::string_view>(
    {"", "CLAIMED", "DOCUMENTED", "ACTIVE", "REVOKED", "EXPIRED", "SCHEDULED"});

bool ShareADay(const Representative& left, const Representative& right) {
  return left.from <= right.until.value_or(Day::max()) &&
         right.from <= left.until.value_or(Day::max());
}

bool ShareADebt(const Representative& left, const Representative& right) {
  if (left.debts.empty() || right.debts.empty()) return true;
  return std::find_first_of(left.debts.begin(), left.debts.end(), right.debts.begin(),
                            right.debts.end()) != left.debts.end();
}

bool Overlap(const Representative& left, const Representative& right) {
  return left.powers == right.powers && ShareADay(left, right) && ShareADebt(left, right);
}

Representative Moved(const Representative& representative, RepresentationState state,
                     absl::Time now) {
  Representative moved = representative;
  moved.state = state;
  moved.updated_time = now;
  return moved;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<RepresentativeRole>() {
  return kRoleWords;
}

template <>
std::span<const std::string_view> WordsOf<Power>() {
  return kPowerWords;
}

template <>
std::span<const std::string_view> WordsOf<RepresentationState>() {
  return kStateWords;
}

Relation RelationOf(RepresentativeRole role) {
  switch (role) {
    case RepresentativeRole::kAttorney:
      return Relation::kAttorneyOfConsumer;
    case RepresentativeRole::kDebtAdviser:
      return Relation::kDebtAdviser;
    case RepresentativeRole::kGuardian:
      return Relation::kGuardian;
    // Who looks after an estate by law, of somebody who died or is insolvent.
    case RepresentativeRole::kExecutor:
    case RepresentativeRole::kTrustee:
      return Relation::kPersonalRepresentative;
    case RepresentativeRole::kSpouse:
      return Relation::kSpouse;
    case RepresentativeRole::kParentOfMinor:
      return Relation::kParentOfMinor;
    case RepresentativeRole::kCarer:
    case RepresentativeRole::kOther:
      return Relation::kThirdParty;
  }
  return Relation::kThirdParty;
}

void CheckRepresentative(const Representative& representative, const std::string& field,
                         Violations& violations) {
  CheckProvenance(representative.provenance, field, violations);
  RequireText(violations, field + ".display_name", representative.name.Reveal(), kLongestName);
  AllowText(violations, field + ".organisation", representative.organisation.Reveal(),
            kLongestName);
  AllowText(violations, field + ".document", representative.document.Reveal(), kLongestReason);
  if (representative.powers.empty()) violations.Add(field + ".powers", Fault::kRequired);
  if (representative.debts.size() > kMostDebtsOfScope) {
    violations.Add(field + ".debts", Fault::kTooLong);
  }
  if (representative.until.value_or(representative.from) < representative.from) {
    violations.Add(field + ".until_date", Fault::kDateOrder);
  }
}

absl::StatusOr<Representative> RestoreRepresentative(Representative representative) {
  const bool by_the_day = representative.state == RepresentationState::kExpired ||
                          representative.state == RepresentationState::kScheduled;
  const bool rests_on_a_document = representative.state == RepresentationState::kDocumented ||
                                   representative.state == RepresentationState::kActive;
  const bool shown = !rests_on_a_document || !representative.document.Reveal().empty();
  // A revoked one may have ended the day before it began, as if it had never been.
  const bool dated = representative.until.value_or(representative.from) >= representative.from - 1;
  const bool named = !representative.id.IsNil() && representative.revision >= 1;
  if (by_the_day || !shown || !dated || !named) return Refuse(Reason::kRecordCorrupt);
  return representative;
}

absl::Status CheckOverlap(const Representative& representative,
                          std::span<const Representative> others) {
  for (const Representative& other : others) {
    if (other.id == representative.id || other.state == RepresentationState::kRevoked) continue;
    if (!Overlap(representative, other)) continue;
    return Refuse(Reason::kRepresentativesOverlap, {}, {{"representative", other.id.ToString()}});
  }
  return absl::OkStatus();
}

absl::StatusOr<Representative> DocumentRepresentative(const Representative& representative,
                                                      SensitiveText document, absl::Time now) {
  if (representative.state != RepresentationState::kClaimed) {
    return Refuse(Reason::kRepresentativeNotClaimed);
  }
  Violations violations;
  RequireText(violations, "document", document.Reveal(), kLongestReason);
  if (!violations.empty()) return violations.ToStatus();
  Representative documented = Moved(representative, RepresentationState::kDocumented, now);
  documented.document = std::move(document);
  return documented;
}

absl::StatusOr<Representative> ActivateRepresentative(const Representative& representative,
                                                      absl::Time now) {
  if (representative.state != RepresentationState::kDocumented) {
    return Refuse(Reason::kRepresentativeNotDocumented);
  }
  return Moved(representative, RepresentationState::kActive, now);
}

absl::StatusOr<Representative> RevokeRepresentative(const Representative& representative, Day last,
                                                    absl::Time now) {
  if (representative.state == RepresentationState::kRevoked) {
    return Refuse(Reason::kRepresentativeRevoked);
  }
  Representative revoked = Moved(representative, RepresentationState::kRevoked, now);
  const Day end = std::min(last, representative.until.value_or(last));
  revoked.until = std::max(end, representative.from - 1);
  return revoked;
}

RepresentationState StateOn(const Representative& representative, Day day) {
  if (representative.state == RepresentationState::kRevoked) return representative.state;
  if (representative.until.value_or(day) < day) return RepresentationState::kExpired;
  if (representative.state != RepresentationState::kActive) return representative.state;
  return day < representative.from ? RepresentationState::kScheduled : RepresentationState::kActive;
}

bool IsAbout(const Representative& representative, std::span<const DebtId> debts) {
  if (representative.debts.empty()) return true;
  return !debts.empty() && std::all_of(debts.begin(), debts.end(), [&](DebtId debt) {
    return std::find(representative.debts.begin(), representative.debts.end(), debt) !=
           representative.debts.end();
  });
}

}  // namespace parley
