// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_OPEN_DISPUTE_H_
#define PARLEY_APPLICATION_CASES_OPEN_DISPUTE_H_

#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/communication/decide.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "domain/debt/dispute.h"

namespace parley {

// Takes a dispute down within the running transaction: ids, state, actor and times are filled in
// here. Collecting of the disputed part stops at once, and the team is asked to answer by the day
// that the rulebooks of the person's place give. That an
// earlier one said all of this is told by `like`. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND,
// DEBT_NOT_FOUND, DEBT_CLOSED_TO_ENTRIES for a debt that is not ours to collect,
// DISPUTE_ABOVE_BALANCE, BALANCE_OUT_OF_RANGE, RECORD_FULL.
absl::StatusOr<DebtDispute> TakeDispute(Work& work, const ContactTools& tools, DebtorId debtor,
                                        const DebtDispute& dispute);

// A debtor contests a debt, or a part of it, until they are answered.
class OpenDispute {
 public:
  using Reference = PartReference<DisputeId>;

  struct Reply {
    Reference reference;
    DisputeAnswer answer;  // Whether it was sent, and the end of its window, is filled in here.
    std::optional<int> window_days;
  };
  struct Ending {
    Reference reference;
    DisputeEnd end;
  };

  OpenDispute(const Mutations& mutations, const ContactTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: those of TakeDispute.
  absl::StatusOr<Answer> Open(const Call& call, DebtorId debtor, const DebtDispute& dispute,
                              Encode<DebtDispute> encode) const;

  // Errors of all that follows: DEBTOR_NOT_FOUND, DISPUTE_NOT_FOUND, DISPUTE_STEP_REFUSED,
  // ETAG_STALE.
  absl::StatusOr<Answer> Review(const Call& call, const Reference& reference,
                                Encode<DebtDispute> encode) const;
  absl::StatusOr<Answer> AskForMore(const Call& call, const Reference& reference,
                                    Encode<DebtDispute> encode) const;

  // What is upheld is posted as a credit, and its hold ends; the hold of the rest ends with the
  // window. Errors, beside the common: FIELD_INVALID, COMMUNICATION_NOT_FOUND,
  // DISPUTE_ANSWER_NOT_SENT, those of CheckCited, and those of PostFacts.
  absl::StatusOr<Answer> Respond(const Call& call, const Reply& reply,
                                 Encode<DebtDispute> encode) const;

  // The hold ends at once where the debtor accepts or withdraws, or where it is a duplicate; it
  // stays while the dispute is escalated, and with its window where it is closed after the answer.
  // Errors, beside the common: DISPUTE_NOT_A_DUPLICATE.
  absl::StatusOr<Answer> Finish(const Call& call, const Ending& ending,
                                Encode<DebtDispute> encode) const;

 private:
  using Step = absl::FunctionRef<absl::StatusOr<DebtDispute>(Work&, const DebtDispute&)>;

  absl::StatusOr<Answer> Change(const Call& call, const Reference& reference, Step step,
                                Encode<DebtDispute> encode) const;

  const Mutations& mutations_;
  ContactTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_OPEN_DISPUTE_H_
