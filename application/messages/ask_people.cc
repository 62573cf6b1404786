// SPDX-License-Identifier: Apache-2.0
#include "application/messages/ask_people.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::Status AskPeople(Work& work, Ids& ids, DebtorId debtor, WorkKind kind, CommunicationId id) {
  const std::string name = id.ToString();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor));
  const bool asked = std::any_of(waiting.begin(), waiting.end(), [&](const WorkItem& item) {
    return item.kind == kind && item.reason.Reveal() == name;
  });
  if (asked) return absl::OkStatus();
  WorkItem item;
  item.debtor = debtor;
  item.kind = kind;
  item.reason = SensitiveText(name);
  item.asked_by = std::string(kAskedByRule);
  Propose(work, ids, std::move(item));
  return absl::OkStatus();
}

absl::Status AskNoMore(Work& work, DebtorId debtor, CommunicationId id) {
  const std::string name = id.ToString();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor));
  for (const WorkItem& item : waiting) {
    const bool is_about_it =
        (item.kind == WorkKind::kMessageUnknown || item.kind == WorkKind::kMessageFailed) &&
        item.reason.Reveal() == name;
    if (is_about_it) RecordChanged(work, TakeBackWork(item, work.now));
  }
  return absl::OkStatus();
}

}  // namespace parley
