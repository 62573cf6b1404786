// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_SHOW_RIGHT_PARTY_H_
#define PARLEY_APPLICATION_DEBTORS_SHOW_RIGHT_PARTY_H_

#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "domain/debtor/right_party.h"

namespace parley {

// Somebody tells who they are, to show that they are the debtor. Tries are kept, answers are not.
class ShowRightParty {
 public:
  struct Command {
    DebtorId debtor;
    std::optional<ContactPointId> point;  // Over which they speak.
    IdentityAnswers answers;
  };

  struct Result {
    VerificationTry attempt;
    int tries_left = 0;
  };

  explicit ShowRightParty(const Mutations& mutations) : mutations_(mutations) {}

  // A try that fails is an answer, and it is kept. Errors: DEBTOR_NOT_FOUND,
  // CONTACT_POINT_NOT_FOUND, VERIFICATION_TRIES_SPENT.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Result> encode) const;

 private:
  const Mutations& mutations_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_SHOW_RIGHT_PARTY_H_
