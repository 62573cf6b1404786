// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/cases.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "application/messages/take_back.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"
#include "domain/debt/settings.h"

namespace parley {
namespace {

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
  return debt.position.credit > 0 || SmallRest(debt, kHighestSmallBalanceFloor) > 0;
}

bool IsAbout(const WorkItem& item, const Debt& debt, WorkKind kind) {
  return item.debt == debt.id && item.kind == kind && item.asked_by == kAskedByRule;
}

// What a review has read.
struct Read {
  std::map<CreditorId, CreditorSettings> settings;
  std::vector<WorkItem> waiting;
};

absl::StatusOr<Read> ReadFor(Work& work, const std::vector<Debt>& debts) {
  Read read;
  std::set<DebtorId> debtors;
  for (const Debt& debt : debts) {
    debtors.insert(debt.debtor);
    const auto [entry, is_new] = read.settings.try_emplace(debt.creditor);
    if (!is_new) continue;
    PARLEY_ASSIGN_OR_RETURN(Creditor creditor, work.store.creditors().Find(debt.creditor));
    entry->second = std::move(creditor.settings);
  }
  PARLEY_ASSIGN_OR_RETURN(
      read.waiting, work.store.work_items().ToDoOfAll(std::vector(debtors.begin(), debtors.end())));
  return read;
}

void ReviewDebt(Work& work, Ids& ids, const Debt& debt, const Read& read, WorkItemId except) {
  const std::int64_t floor =
      SmallBalanceFloor(read.settings.at(debt.creditor), debt.currency).value;
  for (const WorkKind kind : {WorkKind::kSmallBalance, WorkKind::kCreditHeld}) {
    std::optional<WorkItem> wanted = Wanted(debt, kind, floor);
    for (const WorkItem& item : read.waiting) {
      if (item.id == except || !IsAbout(item, debt, kind)) continue;
      if (wanted.has_value() && wanted->act == item.act) {
        wanted.reset();
      } else {
        RecordChanged(work, TakeBackWork(item, work.now));
      }
    }
    if (wanted.has_value()) Propose(work, ids, *wanted);
  }
}

}  // namespace

void Cases::Note(const Debt& before, const Debt& after) {
  if (MayMatter(before) || MayMatter(after)) debts_.push_back(after);
  if (IsOwedAndOurs(before.status) && !IsOwedAndOurs(after.status)) closed_.push_back(after);
}

absl::Status Cases::Review(Work& work, Ids& ids, WorkItemId except) const {
  for (const Debt& debt : closed_) {
    PARLEY_RETURN_IF_ERROR(TakeOffQueueAbout(work, ids, debt.debtor, debt.id));
  }
  if (debts_.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const Read read, ReadFor(work, debts_));
  for (const Debt& debt : debts_) ReviewDebt(work, ids, debt, read, except);
  return absl::OkStatus();
}

absl::Status ReviewCases(Work& work, Ids& ids, const Debt& before, const Debt& after,
                         WorkItemId except) {
  Cases cases;
  cases.Note(before, after);
  return cases.Review(work, ids, except);
}

}  // namespace parley
