// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/items.h"

#include <string>
#include <utility>
#include <vector>

#include "domain/common/event.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

void TellWork(Work& work, const WorkItem& item, EventType type) {
  Event event;
  event.id = EventId(work.ids.Next());
  event.type = type;
  event.debtor = item.debtor;
  event.debt = item.debt.value_or(DebtId());
  event.subject = item.id.uuid();
  event.state = std::string(NameOf(item.state));
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

WorkItem Record(Work& work, WorkItem item, EventType type) {
  item.revision = work.NextRevision(item.debtor);
  work.store.work_items().Replace(item);
  TellWork(work, item, type);
  return item;
}

}  // namespace

WorkItem Propose(Work& work, Ids& ids, WorkItem item) {
  item.id = WorkItemId(ids.Next());
  if (item.asked_by.empty()) item.asked_by = work.call.principal;
  if (item.skill == Skill::kGeneral) item.skill = SkillFor(item.kind);
  item.language = LanguageFor(item.kind, work.store.Head(item.debtor).language);
  item.revision = work.NextRevision(item.debtor);
  item.created_time = work.now;
  item.updated_time = work.now;
  work.store.work_items().Add(item);
  TellWork(work, item, EventType::kWorkOpened);
  return item;
}

bool NeedsApproval(const CreditorSettings& settings, const Money& amount) {
  const auto limit = ApprovalAbove(settings, amount.currency()).value;
  return limit.has_value() && amount.minor_units() > *limit;
}

namespace {

// The same but for its figure, of acts that are not told apart by a reference.
bool IsSameBesideFigure(const PendingAct& left, const PendingAct& right) {
  if (PostsAnEntry(left.kind)) return false;
  PendingAct like_right = left;
  like_right.amount = right.amount;
  return like_right == right;
}

}  // namespace

absl::StatusOr<WorkItem> AskForApproval(Work& work, Ids& ids, WorkItem item, absl::Time last_move) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(item.debtor));
  for (const WorkItem& other : waiting) {
    if (other.kind != item.kind || other.debt != item.debt) continue;
    const bool same_reference =
        !item.act->external_ref.empty() && other.act->external_ref == item.act->external_ref;
    if (same_reference && other.act->content != item.act->content) {
      return Refuse(Reason::kEntryAlreadyPosted);
    }
    const bool is_fresh = last_move <= other.created_time;
    if (same_reference || (is_fresh && *other.act == *item.act)) return other;
    if (IsSameBesideFigure(*other.act, *item.act)) {
      RecordChanged(work, TakeBackWork(other, work.now));
    }
  }
  return Propose(work, ids, std::move(item));
}

absl::Status DoInLanguageOf(Work& work, const Debtor& debtor) {
  if (SpokenLanguage(work.store.Head(debtor.id).language) == SpokenLanguage(debtor.language)) {
    return absl::OkStatus();
  }
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor.id));
  for (WorkItem item : waiting) {
    std::string language = LanguageFor(item.kind, debtor.language);
    if (item.language == language) continue;
    item.language = std::move(language);
    item.updated_time = work.now;
    RecordChanged(work, std::move(item));
  }
  return absl::OkStatus();
}

WorkItem RecordBreach(Work& work, WorkItem item) {
  return Record(work, std::move(item), EventType::kWorkDueBreached);
}

WorkItem RecordChanged(Work& work, WorkItem item) {
  return Record(work, std::move(item), EventType::kWorkChanged);
}

}  // namespace parley
