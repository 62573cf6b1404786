// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/cases.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "application/worklist/items.h"
#include "domain/common/status_macros.h"
#include "domain/debt/settings.h"

namespace parley {
namespace {

// What is more is not small, whatever a creditor sets, so that most postings need not ask for it.
constexpr std::int64_t kHighestFloor = 10'000;

bool IsAskedFor(const Debt& debt) {
  return debt.status == DebtStatus::kActive || debt.status == DebtStatus::kOnPlan;
}

// What is owed of a debt that is small; zero for any other.
std::int64_t SmallRest(const Debt& debt, std::int64_t floor) {
  const std::int64_t owed = Outstanding(debt.position).value_or(0);
  return IsAskedFor(debt) && owed <= floor ? owed : 0;
}

WorkItem AnItem(const Debt& debt, WorkKind kind) {
  WorkItem item;
  item.debtor = debt.debtor;
  item.debt = debt.id;
  item.kind = kind;
  item.priority = WorkPriority::kLow;
  item.asked_by = std::string(kAskedByRule);
  return item;
}

// What waits for people after the posting, at most one item of a kind.
std::optional<WorkItem> Wanted(const Debt& debt, WorkKind kind, std::int64_t floor) {
  if (kind == WorkKind::kCreditHeld) {
    return debt.position.credit > 0 ? std::optional(AnItem(debt, kind)) : std::nullopt;
  }
  const std::int64_t rest = SmallRest(debt, floor);
  if (rest == 0) return std::nullopt;
  WorkItem item = AnItem(debt, kind);
  item.act.emplace();
  item.act->kind = ActKind::kWriteOff;
  item.act->amount = Money(rest, debt.currency);
  return item;
}

bool MayMatter(const Debt& debt) {
  return debt.position.credit > 0 || SmallRest(debt, kHighestFloor) > 0;
}

bool IsAbout(const WorkItem& item, const Debt& debt, WorkKind kind) {
  return item.debt == debt.id && item.kind == kind && item.asked_by == kAskedByRule;
}

}  // namespace

absl::Status ReviewCases(Work& work, Ids& ids, const Debt& before, const Debt& after,
                         WorkItemId except) {
  if (!MayMatter(before) && !MayMatter(after)) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const Creditor creditor, work.store.creditors().Find(after.creditor));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<WorkItem> waiting,
                          work.store.work_items().ToDo(after.debtor));
  const std::int64_t floor =
      std::min(SmallBalanceFloor(creditor.settings, after.currency).value, kHighestFloor);
  for (const WorkKind kind : {WorkKind::kSmallBalance, WorkKind::kCreditHeld}) {
    std::optional<WorkItem> wanted = Wanted(after, kind, floor);
    for (const WorkItem& item : waiting) {
      if (item.id == except || !IsAbout(item, after, kind)) continue;
      if (wanted.has_value() && wanted->act == item.act) {
        wanted.reset();
      } else {
        RecordChanged(work, TakeBackWork(item, work.now));
      }
    }
    if (wanted.has_value()) Propose(work, ids, *wanted);
  }
  return absl::OkStatus();
}

}  // namespace parley
