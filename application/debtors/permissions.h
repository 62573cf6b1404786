// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_PERMISSIONS_H_
#define PARLEY_APPLICATION_DEBTORS_PERMISSIONS_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "application/ports/ids.h"
#include "domain/debtor/consent.h"

namespace parley {

// Keeps what a person agreed to, and what they do not want.
class Permissions {
 public:
  struct Lift {
    PartReference<OptOutId> reference;
    SensitiveText source;  // Who said so, and where that can be seen.
  };

  Permissions(const Mutations& mutations, Ids& ids, const BlindIndex& index)
      : mutations_(mutations), ids_(ids), index_(index) {}

  // Adds a fact; its id and who wrote it down are filled in here.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, CONTACT_POINT_NOT_FOUND.
  absl::StatusOr<Answer> RecordConsent(const Call& call, DebtorId debtor, const ConsentFact& fact,
                                       Encode<ConsentFact> encode) const;

  // One about a whole contact point suppresses it, so that nobody but the person brings it back.
  // Errors: those of RecordConsent.
  absl::StatusOr<Answer> RecordOptOut(const Call& call, DebtorId debtor, const OptOut& opt_out,
                                      Encode<OptOut> encode) const;

  // The person took it back. A contact point that it suppressed stays so until they give it anew.
  // One that was lifted stays as it is.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, OPT_OUT_NOT_FOUND, ETAG_STALE.
  absl::StatusOr<Answer> LiftOptOut(const Call& call, const Lift& lift,
                                    Encode<OptOut> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
  const BlindIndex& index_;
};

// What a person does not want, inside a transaction that runs: it is recorded, closes what it is
// about, and takes what they do not want off the queue. Once a transaction. Errors: those of
// Permissions::RecordOptOut.
absl::StatusOr<OptOut> OptThemOut(Work& work, Ids& ids, const BlindIndex& index, DebtorId debtor,
                                  const OptOut& opt_out);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_PERMISSIONS_H_
