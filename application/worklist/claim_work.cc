// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/claim_work.h"

#include <utility>

#include "application/etag.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> ClaimWork::Handle(const Call& call, const WorkTarget& target,
                                         Encode<WorkItem> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<WorkItem> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(target.debtor, target.item));
    PARLEY_ASSIGN_OR_RETURN(WorkItem taken, TakeWork(item, work.call.principal, work.now));
    if (taken == item) return item;
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, item.revision));
    return RecordChanged(work, std::move(taken));
  };
  return mutations_.Run<WorkItem>(call, target.debtor, decide, encode);
}

absl::StatusOr<Answer> ReleaseWork::Handle(const Call& call, const WorkTarget& target,
                                           Encode<WorkItem> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<WorkItem> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(target.debtor, target.item));
    PARLEY_ASSIGN_OR_RETURN(WorkItem given_back, GiveBackWork(item, work.now));
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, item.revision));
    return RecordChanged(work, std::move(given_back));
  };
  return mutations_.Run<WorkItem>(call, target.debtor, decide, encode);
}

}  // namespace parley
