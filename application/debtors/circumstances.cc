// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/circumstances.h"

#include <algorithm>
#include <utility>

#include "absl/functional/function_ref.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr int kReviewAfterDays = 90;

using Judge = absl::FunctionRef<absl::StatusOr<LifeCircumstance>(const LifeCircumstance&,
                                                                 const DebtorRecord&)>;

// What a circumstance becomes by `judge`.
absl::StatusOr<LifeCircumstance> Changed(Work& work, const PartReference<CircumstanceId>& reference,
                                         Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, reference.debtor));
  PARLEY_ASSIGN_OR_RETURN(
      const LifeCircumstance before,
      FindPart(record.circumstances, reference.id, Reason::kCircumstanceNotFound));
  PARLEY_ASSIGN_OR_RETURN(LifeCircumstance after, judge(before, record));
  PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, record.debtor.record_revision));
  if (after == before) return after;
  work.store.person_records().Replace(reference.debtor, after);
  Touch(work, record.debtor);
  return after;
}

}  // namespace

absl::StatusOr<LifeCircumstance> TakeCircumstance(Work& work, const HoldTools& tools,
                                                  DebtorId debtor, const ToldCircumstance& told) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  LifeCircumstance taken = told.circumstance;
  taken.id = CircumstanceId(tools.ids.Next());
  Sign(work, taken.provenance);
  const Day today = LocalDay(tools.zones, record.debtor.time_zone, work.now);
  taken.from = told.from.value_or(today);
  taken.review = told.review.value_or(std::max(taken.from, today) + kReviewAfterDays);
  Violations violations;
  CheckCircumstance(taken, "circumstance", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (record.circumstances.size() >= kMostOfAPart) return Refuse(Reason::kRecordFull);
  taken = AsConsented(std::move(taken), work.now);
  work.store.person_records().Add(debtor, taken);
  TellRecord(work, tools.ids, debtor, EventType::kCircumstanceRecorded, taken.id.uuid());
  return taken;
}

absl::StatusOr<Answer> LifeCircumstances::Record(const Call& call, DebtorId debtor,
                                                 const ToldCircumstance& told,
                                                 Encode<LifeCircumstance> encode) const {
  const auto decide = [&](Work& work) { return TakeCircumstance(work, tools_, debtor, told); };
  return mutations_.Run<LifeCircumstance>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> LifeCircumstances::Change(const Call& call, const Update& update,
                                                 Encode<LifeCircumstance> encode) const {
  const auto judge = [&](const LifeCircumstance& before, const DebtorRecord&) {
    return WithNews(before, update.news, "circumstance");
  };
  const auto decide = [&](Work& work) { return Changed(work, update.reference, judge); };
  return mutations_.Run<LifeCircumstance>(call, update.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> LifeCircumstances::Finish(const Call& call, const End& end,
                                                 Encode<LifeCircumstance> encode) const {
  const auto decide = [&](Work& work) {
    return Changed(work, end.reference,
                   [&](const LifeCircumstance& before, const DebtorRecord& record) {
                     const Day today = LocalDay(tools_.zones, record.debtor.time_zone, work.now);
                     return EndedOn(before, today, end.reason);
                   });
  };
  return mutations_.Run<LifeCircumstance>(call, end.reference.debtor, decide, encode);
}

}  // namespace parley
