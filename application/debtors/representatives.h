// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_REPRESENTATIVES_H_
#define PARLEY_APPLICATION_DEBTORS_REPRESENTATIVES_H_

#include <optional>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/representative.h"

namespace parley {

// Who speaks for a debtor, and the day by which that is told: whether it has expired depends on it.
struct RepresentativeToday {
  Representative representative;
  Day today;
};

// Keeps who speaks for a person.
class Representatives {
 public:
  struct Addition {
    DebtorId debtor;
    std::optional<RepresentativeId> id;
    std::optional<Day> from;        // By default today, where the debtor is.
    Representative representative;  // Its id, first day, state and times are filled in here.
  };

  Representatives(const Mutations& mutations, Ids& ids, const TimeZones& zones)
      : mutations_(mutations), ids_(ids), zones_(zones) {}

  // With a document they are DOCUMENTED, and without one CLAIMED.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, REPRESENTATIVES_OVERLAP,
  // REPRESENTATIVE_ALREADY_EXISTS for an id that is taken, RECORD_FULL.
  absl::StatusOr<Answer> Add(const Call& call, const Addition& addition,
                             Encode<RepresentativeToday> encode) const;

  // Errors of all that follow: FIELD_INVALID, DEBTOR_NOT_FOUND, REPRESENTATIVE_NOT_FOUND,
  // ETAG_STALE.

  // The document came. Also REPRESENTATIVE_NOT_CLAIMED.
  absl::StatusOr<Answer> Document(const Call& call,
                                  const PartReference<RepresentativeId>& reference,
                                  const SensitiveText& document,
                                  Encode<RepresentativeToday> encode) const;
  // Somebody found the document right. Also REPRESENTATIVE_NOT_DOCUMENTED.
  absl::StatusOr<Answer> Activate(const Call& call,
                                  const PartReference<RepresentativeId>& reference,
                                  Encode<RepresentativeToday> encode) const;
  // Ends it on a day, by default today. Also REPRESENTATIVE_REVOKED.
  absl::StatusOr<Answer> End(const Call& call, const PartReference<RepresentativeId>& reference,
                             std::optional<Day> last, Encode<RepresentativeToday> encode) const;

 private:
  using Judge =
      absl::FunctionRef<absl::StatusOr<Representative>(const RepresentativeToday&, absl::Time)>;

  absl::StatusOr<RepresentativeToday> Added(Work& work, const Addition& addition) const;
  absl::StatusOr<Answer> Move(const Call& call, const PartReference<RepresentativeId>& reference,
                              Judge judge, Encode<RepresentativeToday> encode) const;

  const Mutations& mutations_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_REPRESENTATIVES_H_
