// SPDX-License-Identifier: Apache-2.0
#include "domain/worklist/work_item.h"

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

// In the order of the enums, which begin at one.
constexpr auto kKinds = std::to_array<std::string_view>(
    {"APPROVAL", "SMALL_BALANCE", "CREDIT_HELD", "CONTACT_UNCLEAR", "MESSAGE_UNKNOWN",
     "MESSAGE_FAILED", "DISPUTE", "COMPLAINT", "CALLBACK", "CRISIS", "INBOUND_ANSWER",
     "INBOUND_UNMATCHED", "REVIEW"});
constexpr auto kStates =
    std::to_array<std::string_view>({"OPEN", "CLAIMED", "DONE", "APPROVED", "REJECTED"});
constexpr auto kPriorities = std::to_array<std::string_view>({"URGENT", "HIGH", "NORMAL", "LOW"});

template <typename Enum>
std::optional<Enum> Named(std::span<const std::string_view> names, std::string_view name) {
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names[at] == name) return static_cast<Enum>(at + 1);
  }
  return std::nullopt;
}

bool NeedsAct(WorkKind kind) {
  return kind == WorkKind::kApproval || kind == WorkKind::kSmallBalance;
}

bool IsActFor(const std::optional<PendingAct>& act, bool has_debt) {
  if (!act.has_value()) return true;
  return IsSound(*act) && (has_debt || act->kind == ActKind::kHold);
}

bool FitsState(const WorkItem& item) {
  const bool ended = !IsToDo(item.state);
  const bool decided = item.state == WorkState::kApproved || item.state == WorkState::kRejected;
  if (item.ended_by.empty() == ended) return false;
  if (item.state == WorkState::kOpen && !item.claimed_by.empty()) return false;
  if (item.state == WorkState::kClaimed && item.claimed_by.empty()) return false;
  if (!item.entry.IsNil() && item.state != WorkState::kApproved) return false;
  return !ended || decided == item.act.has_value();
}

absl::Status CheckClaim(const WorkItem& item, const std::string& principal) {
  const bool free = item.claimed_by.empty() || item.claimed_by == principal;
  return free ? absl::OkStatus() : Refuse(Reason::kWorkClaimedByAnother);
}

absl::Status CheckPending(const WorkItem& item) {
  if (!item.act.has_value()) return Refuse(Reason::kWorkNotAnApproval);
  return IsToDo(item.state) ? absl::OkStatus() : Refuse(Reason::kApprovalAlreadyDecided);
}

WorkItem Ended(const WorkItem& item, WorkState state, const Ending& ending) {
  WorkItem ended = item;
  ended.state = state;
  ended.ended_by = ending.principal;
  ended.outcome = ending.outcome;
  ended.updated_time = ending.now;
  return ended;
}

WorkPriority OneHigher(WorkPriority priority) {
  switch (priority) {
    case WorkPriority::kUrgent:
    case WorkPriority::kHigh:
      return WorkPriority::kUrgent;
    case WorkPriority::kNormal:
      return WorkPriority::kHigh;
    case WorkPriority::kLow:
      return WorkPriority::kNormal;
  }
  return priority;
}

}  // namespace

std::string_view NameOf(WorkKind kind) { return kKinds.at(static_cast<std::size_t>(kind) - 1); }

std::optional<WorkKind> WorkKindNamed(std::string_view name) {
  return Named<WorkKind>(kKinds, name);
}

std::string_view NameOf(WorkState state) { return kStates.at(static_cast<std::size_t>(state) - 1); }

std::optional<WorkState> WorkStateNamed(std::string_view name) {
  return Named<WorkState>(kStates, name);
}

bool IsToDo(WorkState state) { return state == WorkState::kOpen || state == WorkState::kClaimed; }

std::string_view NameOf(WorkPriority priority) {
  return kPriorities.at(static_cast<std::size_t>(priority) - 1);
}

std::optional<WorkPriority> WorkPriorityNamed(std::string_view name) {
  return Named<WorkPriority>(kPriorities, name);
}

absl::StatusOr<WorkItem> RestoreWorkItem(WorkItem item) {
  // What belongs to nobody known yet lies on the desk, which is the nil debtor's.
  const bool has_place = item.debtor.IsNil() == (item.kind == WorkKind::kInboundUnmatched);
  const bool named = !item.id.IsNil() && has_place && !item.asked_by.empty() &&
                     !item.debt.value_or(DebtId(item.id.uuid())).IsNil();
  const bool sound = named && NeedsAct(item.kind) == item.act.has_value() &&
                     IsActFor(item.act, item.debt.has_value()) && FitsState(item);
  if (!sound) return Refuse(Reason::kRecordCorrupt);
  return item;
}

absl::StatusOr<WorkItem> TakeWork(const WorkItem& item, const std::string& principal,
                                  absl::Time now) {
  if (!IsToDo(item.state)) return Refuse(Reason::kWorkAlreadyEnded);
  if (item.act.has_value() && item.asked_by == principal) return Refuse(Reason::kApprovalByAsker);
  PARLEY_RETURN_IF_ERROR(CheckClaim(item, principal));
  if (item.claimed_by == principal) return item;
  WorkItem taken = item;
  taken.state = WorkState::kClaimed;
  taken.claimed_by = principal;
  taken.updated_time = now;
  return taken;
}

absl::StatusOr<WorkItem> GiveBackWork(const WorkItem& item, absl::Time now) {
  if (!IsToDo(item.state)) return Refuse(Reason::kWorkAlreadyEnded);
  if (item.state != WorkState::kClaimed) return Refuse(Reason::kWorkNotClaimed);
  WorkItem given_back = item;
  given_back.state = WorkState::kOpen;
  given_back.claimed_by.clear();
  given_back.updated_time = now;
  return given_back;
}

absl::StatusOr<WorkItem> FinishWork(const WorkItem& item, const Ending& ending) {
  if (!IsToDo(item.state)) return Refuse(Reason::kWorkAlreadyEnded);
  const bool is_awaited = item.act.has_value() || item.kind == WorkKind::kCallback;
  if (is_awaited) return Refuse(Reason::kWorkNeedsDecision);
  PARLEY_RETURN_IF_ERROR(CheckClaim(item, ending.principal));
  return Ended(item, WorkState::kDone, ending);
}

absl::StatusOr<WorkItem> GrantAct(const WorkItem& item, const Ending& ending) {
  PARLEY_RETURN_IF_ERROR(CheckPending(item));
  if (item.asked_by == ending.principal) return Refuse(Reason::kApprovalByAsker);
  PARLEY_RETURN_IF_ERROR(CheckClaim(item, ending.principal));
  return Ended(item, WorkState::kApproved, ending);
}

absl::StatusOr<WorkItem> DenyAct(const WorkItem& item, const Ending& ending) {
  PARLEY_RETURN_IF_ERROR(CheckPending(item));
  if (item.asked_by != ending.principal) {
    PARLEY_RETURN_IF_ERROR(CheckClaim(item, ending.principal));
  }
  if (ending.outcome.Reveal().empty()) {
    Violations violations;
    violations.Add("reason", Fault::kRequired);
    return violations.ToStatus();
  }
  return Ended(item, WorkState::kRejected, ending);
}

std::optional<Day> RunsOut(const WorkItem& item) {
  return IsToDo(item.state) && !item.breached ? item.due : std::nullopt;
}

WorkItem Raised(const WorkItem& item, absl::Time now) {
  WorkItem raised = item;
  raised.priority = OneHigher(item.priority);
  raised.updated_time = now;
  return raised;
}

WorkItem WithBreach(const WorkItem& item, absl::Time now) {
  WorkItem late = Raised(item, now);
  late.breached = true;
  return late;
}

WorkItem TakeBackWork(const WorkItem& item, absl::Time now) {
  const WorkState state = item.act.has_value() ? WorkState::kRejected : WorkState::kDone;
  return Ended(item, state, {std::string(kAskedByRule), {}, now});
}

}  // namespace parley
