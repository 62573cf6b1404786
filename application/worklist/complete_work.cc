// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/complete_work.h"

#include <utility>

#include "application/etag.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> CompleteWork::Handle(const Call& call, const Command& command,
                                            Encode<WorkItem> encode) const {
  const WorkTarget& target = command.target;
  const auto decide = [&](Work& work) -> absl::StatusOr<WorkItem> {
    PARLEY_ASSIGN_OR_RETURN(const WorkItem item,
                            work.store.work_items().Find(target.debtor, target.item));
    PARLEY_ASSIGN_OR_RETURN(WorkItem done,
                            FinishWork(item, {work.call.principal, command.outcome, work.now}));
    PARLEY_RETURN_IF_ERROR(CheckEtag(target.etag, item.revision));
    return RecordChanged(work, std::move(done));
  };
  return mutations_.Run<WorkItem>(call, target.debtor, decide, encode);
}

}  // namespace parley
