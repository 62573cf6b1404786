// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_OPEN_COMPLAINT_H_
#define PARLEY_APPLICATION_CASES_OPEN_COMPLAINT_H_

#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/communication/decide.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "domain/communication/complaint.h"

namespace parley {

// Takes a complaint down within the running transaction: ids, state, clocks, actor and times are
// filled in here. Collecting stops at once, and the team is asked to answer in time. An open one
// that says the same about the same debt is given back as it is. Errors: FIELD_INVALID,
// DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, BALANCE_OUT_OF_RANGE, RECORD_FULL.
absl::StatusOr<Complaint> TakeComplaint(Work& work, const ContactTools& tools, DebtorId debtor,
                                        const Complaint& complaint);

// A person says that they were treated wrongly, and is answered in time.
class OpenComplaint {
 public:
  using Reference = PartReference<ComplaintId>;

  struct Reply {
    Reference reference;
    ComplaintAnswer answer;
  };
  struct Ending {
    Reference reference;
    ComplaintEnd end;
  };

  OpenComplaint(const Mutations& mutations, const ContactTools& tools)
      : mutations_(mutations), tools_(tools) {}

  // Errors: those of TakeComplaint.
  absl::StatusOr<Answer> Open(const Call& call, DebtorId debtor, const Complaint& complaint,
                              Encode<Complaint> encode) const;

  // Errors of all that follows: DEBTOR_NOT_FOUND, COMPLAINT_NOT_FOUND, COMPLAINT_STEP_REFUSED,
  // ETAG_STALE.

  // The person knows that we have it, and somebody looks into it.
  absl::StatusOr<Answer> Acknowledge(const Call& call, const Reference& reference,
                                     Encode<Complaint> encode) const;

  // Settled in short it is over, and collecting goes on. Errors, beside the common: FIELD_INVALID,
  // COMMUNICATION_NOT_FOUND.
  absl::StatusOr<Answer> Respond(const Call& call, const Reply& reply,
                                 Encode<Complaint> encode) const;

  // Collecting goes on; while it is referred it rests. Errors, beside the common: FIELD_INVALID.
  absl::StatusOr<Answer> Finish(const Call& call, const Ending& ending,
                                Encode<Complaint> encode) const;

  // Its clocks begin anew today, and collecting rests again.
  absl::StatusOr<Answer> Reopen(const Call& call, const Reference& reference,
                                Encode<Complaint> encode) const;

 private:
  // What a complaint becomes, today, of this person.
  struct Scene {
    const DebtorRecord& record;
    Day today;
  };
  using Step = absl::FunctionRef<absl::StatusOr<Complaint>(Work&, const Complaint&, const Scene&)>;

  absl::StatusOr<Answer> Change(const Call& call, const Reference& reference, Step step,
                                Encode<Complaint> encode) const;

  const Mutations& mutations_;
  ContactTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_OPEN_COMPLAINT_H_
