// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/decide_act.h"

#include <utility>

#include "application/etag.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> Approve::Handle(const Call& call, const WorkTarget& target,
                                       Encode<WorkItem> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<WorkItem> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(target.debtor, target.item));
    PARLEY_ASSIGN_OR_RETURN(WorkItem granted, GrantAct(item, {work.call.principal, {}, work.now}));
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, item.revision));
    PARLEY_ASSIGN_OR_RETURN(granted.entry, acts_.Do(work, granted));
    return RecordChanged(work, std::move(granted));
  };
  return mutations_.Run<WorkItem>(call, target.debtor, decide, encode);
}

absl::StatusOr<Answer> Reject::Handle(const Call& call, const Command& command,
                                      Encode<WorkItem> encode) const {
  const WorkTarget& target = command.target;
  const auto decide = [&](Work& work) -> absl::StatusOr<WorkItem> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(target.debtor, target.item));
    PARLEY_ASSIGN_OR_RETURN(WorkItem denied,
                            DenyAct(item, {work.call.principal, command.reason, work.now}));
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, item.revision));
    PARLEY_RETURN_IF_ERROR(acts_.Drop(work, denied));
    return RecordChanged(work, std::move(denied));
  };
  return mutations_.Run<WorkItem>(call, target.debtor, decide, encode);
}

}  // namespace parley
