// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/contact_wishes.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/told_hours.h"

namespace parley {

void CheckPlaces(const Location& location, const TimeZones& zones, const std::string& field,
                 Violations& violations) {
  CheckLocation(location, field, violations);
  for (std::size_t at = 0; at < location.time_zones.size(); ++at) {
    const std::string path = absl::StrCat(field, ".time_zones[", at, "]");
    if (location.time_zones[at].empty()) violations.Add(path, Fault::kRequired);
    CheckTimeZone(zones, location.time_zones[at], path, violations);
  }
}

void CheckLiking(const ContactWishes::Liking& liking, Violations& violations) {
  CheckPreferences(liking.preferences, "preferences", violations);
  CheckHours(liking.work_hours, "preferences.work_hours", violations);
}

absl::StatusOr<Answer> ContactWishes::SetPreferences(const Call& call, DebtorId debtor,
                                                     const Liking& liking,
                                                     std::optional<std::int64_t> etag,
                                                     Encode<Liking> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Liking> {
    Violations violations;
    CheckLiking(liking, violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_ASSIGN_OR_RETURN(const Debtor known, FindKeptDebtor(work, debtor));
    PARLEY_RETURN_IF_ERROR(CheckEtag(etag, known.record_revision));
    work.store.person_records().Append(debtor, liking.preferences);
    work.store.person_records().Append(debtor, liking.work_hours);
    Touch(work, known);
    TellRecord(work, ids_, debtor, EventType::kPreferenceChanged, {});
    return liking;
  };
  return mutations_.Run<Liking>(call, debtor, decide, encode);
}

absl::StatusOr<Inconvenience> KeepInconvenience(Work& work, Ids& ids, DebtorId debtor,
                                                const Inconvenience& inconvenience) {
  Inconvenience recorded = inconvenience;
  recorded.id = InconvenienceId(ids.Next());
  Sign(work, recorded.provenance);
  Violations violations;
  CheckInconvenience(recorded, "inconvenience", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  PARLEY_RETURN_IF_ERROR(CheckPointOf(record, recorded.point));
  work.store.person_records().Add(debtor, recorded);
  TellRecord(work, ids, debtor, EventType::kPreferenceChanged, recorded.id.uuid());
  return recorded;
}

absl::StatusOr<Answer> ContactWishes::RecordInconvenience(const Call& call, DebtorId debtor,
                                                          const Inconvenience& inconvenience,
                                                          Encode<Inconvenience> encode) const {
  const auto decide = [&](Work& work) {
    return KeepInconvenience(work, ids_, debtor, inconvenience);
  };
  return mutations_.Run<Inconvenience>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> ContactWishes::EndInconvenience(
    const Call& call, const PartReference<InconvenienceId>& reference,
    Encode<Inconvenience> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Inconvenience> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
    PARLEY_ASSIGN_OR_RETURN(Inconvenience ended, FindPart(record.inconveniences, reference.id,
                                                          Reason::kInconvenienceNotFound));
    PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, record.debtor.record_revision));
    if (ended.until.value_or(absl::InfiniteFuture()) <= work.now) return ended;
    ended.until = work.now;
    work.store.person_records().Replace(reference.debtor, ended);
    Touch(work, record.debtor);
    TellRecord(work, ids_, reference.debtor, EventType::kPreferenceChanged, ended.id.uuid());
    return ended;
  };
  return mutations_.Run<Inconvenience>(call, reference.debtor, decide, encode);
}

absl::StatusOr<Answer> ContactWishes::RecordLocation(const Call& call, DebtorId debtor,
                                                     const Location& location,
                                                     Encode<Location> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Location> {
    Location recorded = location;
    Sign(work, recorded.provenance);
    Violations violations;
    CheckPlaces(recorded, zones_, "location", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_RETURN_IF_ERROR(FindKeptDebtor(work, debtor).status());
    work.store.person_records().Append(debtor, recorded);
    return recorded;
  };
  return mutations_.Run<Location>(call, debtor, decide, encode);
}

}  // namespace parley
