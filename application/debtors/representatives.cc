// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/representatives.h"

#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status CheckLastDay(const std::optional<Day>& last, Day today) {
  Violations violations;
  if (last > today) violations.Add("until_date", Fault::kDateInFuture);
  return violations.ToStatus();
}

absl::Status CheckRoom(const DebtorRecord& record, RepresentativeId id) {
  if (FindPart(record.representatives, id, Reason::kRepresentativeNotFound).ok()) {
    return Refuse(Reason::kRepresentativeAlreadyExists);
  }
  const bool full = record.representatives.size() >= kMostOfAPart;
  return full ? Refuse(Reason::kRecordFull) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<Answer> Representatives::Add(const Call& call, const Addition& addition,
                                            Encode<RepresentativeToday> encode) const {
  Addition complete = addition;
  complete.representative.id = addition.id.value_or(RepresentativeId(ids_.Next()));
  const auto decide = [&](Work& work) { return Added(work, complete); };
  return mutations_.Run<RepresentativeToday>(call, addition.debtor, decide, encode);
}

absl::StatusOr<RepresentativeToday> Representatives::Added(Work& work,
                                                           const Addition& addition) const {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, addition.debtor));
  const Day today = LocalDay(zones_, record.debtor.time_zone, work.now);
  Representative added = addition.representative;
  added.from = addition.from.value_or(today);
  added.state = added.document.Reveal().empty() ? RepresentationState::kClaimed
                                                : RepresentationState::kDocumented;
  Sign(work, added.provenance);
  added.revision = work.NextRevision(addition.debtor);
  added.updated_time = work.now;
  Violations violations;
  CheckRepresentative(added, "representative", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_RETURN_IF_ERROR(CheckDebtsOf(work, addition.debtor, added.debts));
  PARLEY_RETURN_IF_ERROR(CheckRoom(record, added.id));
  PARLEY_RETURN_IF_ERROR(CheckOverlap(added, record.representatives));
  work.store.person_records().Add(addition.debtor, added);
  TellRecord(work, ids_, addition.debtor, EventType::kRepresentationStarted, added.id.uuid());
  return RepresentativeToday{added, today};
}

absl::StatusOr<Answer> Representatives::Move(const Call& call,
                                             const PartReference<RepresentativeId>& reference,
                                             Judge judge,
                                             Encode<RepresentativeToday> encode) const {
  const DebtorId debtor = reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<RepresentativeToday> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(
        const Representative before,
        FindPart(record.representatives, reference.id, Reason::kRepresentativeNotFound));
    const Day today = LocalDay(zones_, record.debtor.time_zone, work.now);
    PARLEY_ASSIGN_OR_RETURN(Representative after, judge({before, today}, work.now));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
    after.revision = work.NextRevision(debtor);
    work.store.person_records().Replace(debtor, after);
    if (after.state == RepresentationState::kRevoked) {
      TellRecord(work, ids_, debtor, EventType::kRepresentationEnded, after.id.uuid());
    }
    return RepresentativeToday{after, today};
  };
  return mutations_.Run<RepresentativeToday>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> Representatives::Document(const Call& call,
                                                 const PartReference<RepresentativeId>& reference,
                                                 const SensitiveText& document,
                                                 Encode<RepresentativeToday> encode) const {
  return Move(
      call, reference,
      [&](const RepresentativeToday& before, absl::Time now) {
        return DocumentRepresentative(before.representative, document, now);
      },
      encode);
}

absl::StatusOr<Answer> Representatives::Activate(const Call& call,
                                                 const PartReference<RepresentativeId>& reference,
                                                 Encode<RepresentativeToday> encode) const {
  return Move(
      call, reference,
      [](const RepresentativeToday& before, absl::Time now) {
        return ActivateRepresentative(before.representative, now);
      },
      encode);
}

absl::StatusOr<Answer> Representatives::End(const Call& call,
                                            const PartReference<RepresentativeId>& reference,
                                            std::optional<Day> last,
                                            Encode<RepresentativeToday> encode) const {
  return Move(
      call, reference,
      [&](const RepresentativeToday& before, absl::Time now) -> absl::StatusOr<Representative> {
        PARLEY_RETURN_IF_ERROR(CheckLastDay(last, before.today));
        return RevokeRepresentative(before.representative, last.value_or(before.today), now);
      },
      encode);
}

}  // namespace parley
