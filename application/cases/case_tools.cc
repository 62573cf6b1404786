// SPDX-License-Identifier: Apache-2.0
#include "application/cases/case_tools.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "application/debts/events.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

absl::Status Change(Work& work, const HoldTools& tools, const Hold& before, Hold after,
                    EventType type) {
  after.revision = work.NextRevision(before.debtor);
  work.store.holds().Replace(after);
  TellHold(work, tools.ids, after, type);
  return FreezeInterest(work, tools, {before}, after);
}

}  // namespace

absl::StatusOr<RulebooksRef> RulebooksNow(Work& work, RulebookSource& source) {
  PublishedRulebooks& published = work.store.rulebooks();
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t edition, published.Edition());
  return source.At(work.call.tenant, edition, published);
}

void TellCase(Work& work, Ids& ids, const CaseFact& fact) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = fact.type;
  event.debtor = fact.debtor;
  event.debt = fact.debt.value_or(DebtId());
  event.subject = fact.subject;
  event.state = fact.state;
  event.amount = fact.amount;
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

absl::StatusOr<Hold> HoldAtOnce(Work& work, const HoldTools& tools, Hold hold, Day today) {
  hold.id = HoldId(tools.ids.Next());
  hold.state = HoldState::kActive;
  hold.from = today;
  hold.actor = work.call.principal;
  hold.revision = work.NextRevision(hold.debtor);
  hold.created_time = work.now;
  hold.updated_time = work.now;
  work.store.holds().Add(hold);
  PARLEY_RETURN_IF_ERROR(PutInForce(work, tools, hold));
  return hold;
}

absl::Status LiftAtOnce(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const Hold before, FindHold(work, debtor, id));
  if (StateOn(before, today) != HoldState::kActive) return absl::OkStatus();
  const Day last = std::max(today - 1, before.from - 1);
  PARLEY_ASSIGN_OR_RETURN(Hold after, LiftHold(before, last, work.now));
  return Change(work, tools, before, std::move(after), EventType::kHoldEnded);
}

absl::Status HoldUntil(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id,
                       std::optional<Day> until, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const Hold before, FindHold(work, debtor, id));
  if (StateOn(before, today) != HoldState::kActive) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(Hold after, ProlongHold(before, until, before.review, today, work.now));
  return Change(work, tools, before, std::move(after), EventType::kHoldStarted);
}

void AskTeam(Work& work, Ids& ids, WorkItem item, std::optional<Day> due) {
  item.priority = WorkPriority::kHigh;
  item.due = due;
  item.asked_by = std::string(kAskedByRule);
  Propose(work, ids, std::move(item));
}

absl::Status SettleTeam(Work& work, WorkKind kind, DebtorId debtor,
                        const std::optional<DebtId>& debt) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(debtor));
  const auto found = std::find_if(waiting.begin(), waiting.end(), [&](const WorkItem& item) {
    return item.kind == kind && item.debt == debt;
  });
  if (found != waiting.end()) RecordChanged(work, TakeBackWork(*found, work.now));
  return absl::OkStatus();
}

}  // namespace parley
