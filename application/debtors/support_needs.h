// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_SUPPORT_NEEDS_H_
#define PARLEY_APPLICATION_DEBTORS_SUPPORT_NEEDS_H_

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/support_need.h"

namespace parley {

// Keeps what a person needs of us, and why only as long as they consent to that.
class SupportNeeds {
 public:
  struct End {
    PartReference<SupportNeedId> reference;
    bool only_the_reason = false;  // The need stays, and its reason is deleted.
  };

  SupportNeeds(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // Gives back what is kept. Errors: FIELD_INVALID, DEBTOR_NOT_FOUND.
  absl::StatusOr<Answer> Record(const Call& call, DebtorId debtor, const SupportNeed& need,
                                Encode<SupportNeed> encode) const;

  // Its last day is today, where the debtor is, and nobody needs its reason any more. One that is
  // over stays as it is. Errors: DEBTOR_NOT_FOUND, SUPPORT_NEED_NOT_FOUND, ETAG_STALE.
  absl::StatusOr<Answer> Finish(const Call& call, const End& end, Encode<SupportNeed> encode) const;

 private:
  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

// What somebody needs of us, inside a transaction that runs. Errors: those of SupportNeeds::Record.
absl::StatusOr<SupportNeed> KeepSupportNeed(Work& work, Ids& ids, DebtorId debtor,
                                            const SupportNeed& need);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_SUPPORT_NEEDS_H_
