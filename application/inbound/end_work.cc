// SPDX-License-Identifier: Apache-2.0
#include "application/inbound/end_work.h"

#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/worklist/work_item.h"

namespace parley {

absl::Status EndWorkOf(Work& work, const InboundItem& item, std::string_view what) {
  for (const TakenReaction& one : item.reactions) {
    if (one.what != what) continue;
    const absl::StatusOr<WorkItem> asked =
        work.store.work_items().Find(item.debtor, WorkItemId(one.subject));
    if (ReasonOf(asked.status()) == Reason::kWorkItemNotFound) continue;
    if (!asked.ok()) return asked.status();
    if (IsToDo(asked->state)) RecordChanged(work, TakeBackWork(*asked, work.now));
  }
  return absl::OkStatus();
}

}  // namespace parley
