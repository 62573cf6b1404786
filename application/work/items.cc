// SPDX-License-Identifier: Apache-2.0
#include "application/work/items.h"

namespace parley {

WorkItem Propose(Work& work, Ids& ids, WorkItem item) {
  item.id = WorkItemId(ids.Next());
  if (item.asked_by.empty()) item.asked_by = work.call.principal;
  item.revision = work.NextRevision(item.debtor);
  item.created_time = work.now;
  item.updated_time = work.now;
  work.store.work_items().Add(item);
  return item;
}

WorkItem RecordChanged(Work& work, WorkItem item) {
  item.revision = work.NextRevision(item.debtor);
  work.store.work_items().Replace(item);
  return item;
}

}  // namespace parley
