// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_REPRESENTATIVE_H_
#define PARLEY_DOMAIN_DEBTOR_REPRESENTATIVE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"
#include "domain/communication/enum_set.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_point.h"
#include "domain/debtor/provenance.h"

namespace parley {

// As what somebody speaks for a person. The numbers are stored and never change.
enum class RepresentativeRole : std::uint8_t {
  kAttorney = 1,
  kDebtAdviser = 2,
  kCarer = 3,
  kGuardian = 4,
  kExecutor = 5,  // Of the estate of somebody who died.
  kTrustee = 6,   // Of an insolvency.
  kSpouse = 7,
  kParentOfMinor = 8,
  kOther = 9,
};

// What a representative may do. The numbers are stored and never change.
enum class Power : std::uint8_t {
  kBeTold = 1,     // What is owed, and why.
  kNegotiate = 2,  // To agree in the person's name.
  kPay = 3,
  kReceiveNotices = 4,
};

// Where a representation is. The numbers are stored and never change.
enum class RepresentationState : std::uint8_t {
  kClaimed = 1,     // Somebody says so; they are asked for the document and for nothing else.
  kDocumented = 2,  // The document is here, and somebody is to look at it.
  kActive = 3,
  kRevoked = 4,
  // Told by the day, and never stored.
  kExpired = 5,
  kScheduled = 6,  // Its first day is to come.
};

template <>
std::span<const std::string_view> WordsOf<RepresentativeRole>();
template <>
std::span<const std::string_view> WordsOf<Power>();
template <>
std::span<const std::string_view> WordsOf<RepresentationState>();

// What the person is to a debt in the words of the contact rules.
Relation RelationOf(RepresentativeRole role);

// Somebody with authority to speak for the debtor: a part of the debtor's record.
struct Representative {
  RepresentativeId id;
  RepresentativeRole role = RepresentativeRole::kOther;
  SensitiveText name;
  SensitiveText organisation;  // May be empty.
  EnumSet<Power> powers;
  std::vector<DebtId> debts;  // None: all debts of the person, those to come too.
  Day from;
  std::optional<Day> until;  // Its last day.
  RepresentationState state = RepresentationState::kClaimed;
  SensitiveText document;  // Where it can be seen; empty while it is only claimed.
  Provenance provenance;
  std::int64_t revision = 1;
  absl::Time updated_time;

  friend bool operator==(const Representative&, const Representative&) = default;
};

void CheckRepresentative(const Representative& representative, const std::string& field,
                         Violations& violations);

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant.
absl::StatusOr<Representative> RestoreRepresentative(Representative representative);

// Errors: REPRESENTATIVES_OVERLAP when another one that is not revoked has the same powers over
// one of the same debts on one of the same days, so that nobody could tell whose word counts.
absl::Status CheckOverlap(const Representative& representative,
                          std::span<const Representative> others);

// The document came. Errors: REPRESENTATIVE_NOT_CLAIMED.
absl::StatusOr<Representative> DocumentRepresentative(const Representative& representative,
                                                      SensitiveText document, absl::Time now);
// Somebody looked at the document and found it right. Errors: REPRESENTATIVE_NOT_DOCUMENTED.
absl::StatusOr<Representative> ActivateRepresentative(const Representative& representative,
                                                      absl::Time now);
// Ends it, whether it was in force or a claim. Errors: REPRESENTATIVE_REVOKED.
absl::StatusOr<Representative> RevokeRepresentative(const Representative& representative, Day last,
                                                    absl::Time now);

// Where it is on a day: an active one begins and expires.
RepresentationState StateOn(const Representative& representative, Day day);

// True when its scope holds every one of these debts; of no debt in particular, only when it is
// about all.
bool IsAbout(const Representative& representative, std::span<const DebtId> debts);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_REPRESENTATIVE_H_
