// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/support_needs.h"

#include <algorithm>
#include <utility>

#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<SupportNeed> KeepSupportNeed(Work& work, Ids& ids, DebtorId debtor,
                                            const SupportNeed& need) {
  SupportNeed recorded = need;
  recorded.id = SupportNeedId(ids.Next());
  Sign(work, recorded.provenance);
  Violations violations;
  CheckSupportNeed(recorded, "support_need", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_RETURN_IF_ERROR(FindKeptDebtor(work, debtor).status());
  recorded = AsConsented(std::move(recorded), work.now);
  work.store.person_records().Add(debtor, recorded);
  return recorded;
}

absl::StatusOr<Answer> SupportNeeds::Record(const Call& call, DebtorId debtor,
                                            const SupportNeed& need,
                                            Encode<SupportNeed> encode) const {
  const auto decide = [&](Work& work) { return KeepSupportNeed(work, ids_, debtor, need); };
  return mutations_.Run<SupportNeed>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> SupportNeeds::Finish(const Call& call, const End& end,
                                            Encode<SupportNeed> encode) const {
  const DebtorId debtor = end.reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<SupportNeed> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(const SupportNeed before,
                            FindPart(record.needs, end.reference.id, Reason::kSupportNeedNotFound));
    PARLEY_RETURN_IF_ERROR(CheckEtag(end.reference.etag, record.debtor.record_revision));
    SupportNeed after = before;
    after.vulnerability.reset();
    if (!end.only_the_reason) {
      const Day today = LocalDay(zones_, record.debtor.time_zone, work.now);
      after.until = std::min(after.until.value_or(today), today);
    }
    if (after == before) return after;
    work.store.person_records().Replace(debtor, after);
    Touch(work, record.debtor);
    return after;
  };
  return mutations_.Run<SupportNeed>(call, debtor, decide, encode);
}

}  // namespace parley
