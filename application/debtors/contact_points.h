// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_CONTACT_POINTS_H_
#define PARLEY_APPLICATION_DEBTORS_CONTACT_POINTS_H_

#include <optional>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/debtors/record_parts.h"
#include "application/mutations.h"
#include "application/ports/blind_index.h"
#include "application/ports/ids.h"
#include "domain/debtor/contact_point.h"

namespace parley {

// Keeps the addresses at which a debtor, or who represents them, may be reached.
class ContactPoints {
 public:
  struct Addition {
    std::optional<ContactPointId> id;
    KnownPoint point;  // Its address is normalised; its id, state and times are filled in here.
    GivenBy given_by = GivenBy::kOther;
  };

  // What is known of an address; what is not given stays.
  struct Change {
    PartReference<ContactPointId> reference;
    std::optional<SensitiveText> postal_code;
    std::optional<std::string> region;
    std::optional<PointClass> kind;
    std::optional<Place> place;
    std::optional<bool> shared;
    std::optional<bool> of_employer;
  };

  ContactPoints(const Mutations& mutations, Ids& ids, const BlindIndex& index)
      : mutations_(mutations), ids_(ids), index_(index) {}

  // An address that they have already is answered as it stands. One to which nothing may be sent
  // stays so, and one that the person gives anew is a new contact point, and the old one retires.
  // Errors: FIELD_INVALID, DEBTOR_NOT_FOUND, REPRESENTATIVE_NOT_FOUND, CONTACT_POINT_OF_ANOTHER,
  // CONTACT_POINT_ALREADY_EXISTS for an id that is taken, RECORD_FULL.
  absl::StatusOr<Answer> Add(const Call& call, const Addition& addition,
                             Encode<KnownPoint> encode) const;

  // Errors of all that follow: DEBTOR_NOT_FOUND, CONTACT_POINT_NOT_FOUND, ETAG_STALE.

  // Also FIELD_INVALID, CONTACT_POINT_RETIRED.
  absl::StatusOr<Answer> Update(const Call& call, const Change& change,
                                Encode<KnownPoint> encode) const;
  // The person showed that it reaches them. Also CONTACT_POINT_SUPPRESSED, CONTACT_POINT_RETIRED.
  absl::StatusOr<Answer> Verify(const Call& call, const PartReference<ContactPointId>& reference,
                                Encode<KnownPoint> encode) const;
  // It is no address of theirs any more.
  absl::StatusOr<Answer> Retire(const Call& call, const PartReference<ContactPointId>& reference,
                                Encode<KnownPoint> encode) const;
  // It reaches somebody else: it is unlinked, whoever of the record had it, barred for ever, and
  // calls to it count no more.
  absl::StatusOr<Answer> Unlink(const Call& call, const PartReference<ContactPointId>& reference,
                                Encode<KnownPoint> encode) const;

 private:
  using Judge = absl::FunctionRef<absl::StatusOr<KnownPoint>(const KnownPoint&, absl::Time)>;

  absl::StatusOr<KnownPoint> Added(Work& work, const Addition& addition) const;
  absl::StatusOr<Answer> Move(const Call& call, const PartReference<ContactPointId>& reference,
                              Judge judge, Encode<KnownPoint> encode) const;

  const Mutations& mutations_;
  Ids& ids_;
  const BlindIndex& index_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_CONTACT_POINTS_H_
