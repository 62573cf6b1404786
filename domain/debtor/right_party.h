// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_RIGHT_PARTY_H_
#define PARLEY_DOMAIN_DEBTOR_RIGHT_PARTY_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/sensitive.h"
#include "domain/debtor/contact_scope.h"

namespace parley {

// What a person told to show who they are, and what the record knows; what is empty was not told,
// or is not known.
struct IdentityAnswers {
  SensitiveText birth_date;
  SensitiveText postal_code;
  SensitiveText reference;  // The account's, or the debtor's own.
};

struct IdentityRecord {
  SensitiveText birth_date;
  std::vector<SensitiveText> postal_codes;
  std::vector<std::string> references;
};

// One try to verify that we speak with the right party. It keeps no answers.
struct VerificationTry {
  absl::Time at;
  bool passed = false;
  std::optional<ContactPointId> point;  // Over which they spoke.
  std::string actor;

  friend bool operator==(const VerificationTry&, const VerificationTry&) = default;
};

// Wrong answers within the time, after which nobody is verified: guessing must not pay.
inline constexpr int kMostWrongTries = 3;
inline constexpr absl::Duration kTriesLast = absl::Hours(24);
// For how long a verified person is taken for themselves over the same contact point.
inline constexpr absl::Duration kVerifiedLasts = absl::Hours(1);

// True when at least two answers agree with the record and none differs. Case, blanks and dashes
// are no difference. Which answer was wrong is told to nobody.
bool ShowsIdentity(const IdentityAnswers& answers, const IdentityRecord& record);

// How many tries may still go wrong: those count that did since the last that passed.
int TriesLeft(std::span<const VerificationTry> tries, absl::Time now);

// True when too many tries before `now` went wrong since the last that passed.
bool AreTriesSpent(std::span<const VerificationTry> tries, absl::Time now);

// Judges a try at `attempt.at`. Errors: VERIFICATION_TRIES_SPENT, and then nothing is compared.
absl::StatusOr<VerificationTry> VerifyRightParty(std::span<const VerificationTry> tries,
                                                 const IdentityAnswers& answers,
                                                 const IdentityRecord& record,
                                                 VerificationTry attempt);

// True when a try over that contact point passed so lately that it counts.
bool IsRightParty(std::span<const VerificationTry> tries, std::optional<ContactPointId> point,
                  absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_RIGHT_PARTY_H_
