// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/contact_points.h"

#include <algorithm>

#include "application/debtors/wrong_person.h"
#include "application/etag.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// The same address of the same person, as far as it is still theirs; null for none.
const KnownPoint* SameAddress(const DebtorRecord& record, const KnownPoint& point) {
  for (const KnownPoint& known : record.points) {
    if (known.type == point.type && known.address == point.address &&
        known.representative == point.representative && IsTheirs(known)) {
      return &known;
    }
  }
  return nullptr;
}

absl::Status CheckAddition(const DebtorRecord& record, const KnownPoint& point) {
  if (point.representative.has_value()) {
    PARLEY_RETURN_IF_ERROR(
        FindPart(record.representatives, *point.representative, Reason::kRepresentativeNotFound)
            .status());
  }
  if (FindPart(record.points, point.id, Reason::kContactPointNotFound).ok()) {
    return Refuse(Reason::kContactPointAlreadyExists);
  }
  if (record.points.size() >= kMostOfAPart) return Refuse(Reason::kRecordFull);
  return absl::OkStatus();
}

void Apply(const ContactPoints::Change& change, KnownPoint& point) {
  point.postal_code = change.postal_code.value_or(point.postal_code);
  point.region = change.region.value_or(point.region);
  point.kind = change.kind.value_or(point.kind);
  point.place = change.place.value_or(point.place);
  point.shared = change.shared.value_or(point.shared);
  point.of_employer = change.of_employer.value_or(point.of_employer);
}

void Record(Work& work, KnownPoint& point) {
  point.revision = work.NextRevision(point.debtor);
  work.store.person_records().Replace(point);
}

}  // namespace

absl::StatusOr<Answer> ContactPoints::Add(const Call& call, const Addition& addition,
                                          Encode<KnownPoint> encode) const {
  Addition complete = addition;
  complete.point.id = addition.id.value_or(ContactPointId(ids_.Next()));
  const auto decide = [&](Work& work) { return Added(work, complete); };
  return mutations_.Run<KnownPoint>(call, addition.point.debtor, decide, encode);
}

absl::StatusOr<KnownPoint> ContactPoints::Added(Work& work, const Addition& addition) const {
  KnownPoint point = addition.point;
  Sign(work, point.provenance);
  point.updated_time = work.now;
  point.revision = work.NextRevision(point.debtor);
  Violations violations;
  CheckContactPoint(point, "contact_point", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, point.debtor));
  const KnownPoint* const same = SameAddress(record, point);
  const bool anew = addition.given_by == GivenBy::kPerson;
  if (same != nullptr && (!anew || IsUsable(*same))) return *same;
  PARLEY_RETURN_IF_ERROR(CheckAddition(record, point));
  const Fingerprint key = KeyOf(index_, work.call.tenant, point);
  PARLEY_ASSIGN_OR_RETURN(point, LinkPoint(point, key, record.barred, addition.given_by));
  if (same != nullptr) {
    KnownPoint old = RetirePoint(*same, work.now);
    Record(work, old);
  }
  work.store.person_records().Add(point, key);
  return point;
}

absl::StatusOr<Answer> ContactPoints::Move(const Call& call,
                                           const PartReference<ContactPointId>& reference,
                                           Judge judge, Encode<KnownPoint> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<KnownPoint> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
    PARLEY_ASSIGN_OR_RETURN(const KnownPoint before,
                            FindPart(record.points, reference.id, Reason::kContactPointNotFound));
    PARLEY_ASSIGN_OR_RETURN(KnownPoint after, judge(before, work.now));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    if (after != before) Record(work, after);
    return after;
  };
  return mutations_.Run<KnownPoint>(call, reference.debtor, decide, encode);
}

absl::StatusOr<Answer> ContactPoints::Update(const Call& call, const Change& change,
                                             Encode<KnownPoint> encode) const {
  const auto judge = [&](const KnownPoint& before, absl::Time now) -> absl::StatusOr<KnownPoint> {
    if (before.state == PointState::kRetired) return Refuse(Reason::kContactPointRetired);
    KnownPoint after = before;
    Apply(change, after);
    Violations violations;
    CheckContactPoint(after, "contact_point", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    after.updated_time = now;
    return after;
  };
  return Move(call, change.reference, judge, encode);
}

absl::StatusOr<Answer> ContactPoints::Verify(const Call& call,
                                             const PartReference<ContactPointId>& reference,
                                             Encode<KnownPoint> encode) const {
  return Move(call, reference, VerifyPoint, encode);
}

absl::StatusOr<Answer> ContactPoints::Retire(const Call& call,
                                             const PartReference<ContactPointId>& reference,
                                             Encode<KnownPoint> encode) const {
  const auto judge = [](const KnownPoint& before, absl::Time now) -> absl::StatusOr<KnownPoint> {
    return RetirePoint(before, now);
  };
  return Move(call, reference, judge, encode);
}

absl::StatusOr<Answer> ContactPoints::Unlink(const Call& call,
                                             const PartReference<ContactPointId>& reference,
                                             Encode<KnownPoint> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<KnownPoint> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
    PARLEY_ASSIGN_OR_RETURN(const KnownPoint before,
                            FindPart(record.points, reference.id, Reason::kContactPointNotFound));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    return UnlinkPoint(work, index_, record, before);
  };
  return mutations_.Run<KnownPoint>(call, reference.debtor, decide, encode);
}

}  // namespace parley
