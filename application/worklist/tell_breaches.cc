// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/tell_breaches.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "application/audit/chain.h"
#include "application/cases/ask_callback.h"
#include "application/cases/case_tools.h"
#include "application/debtors/record_parts.h"
#include "application/inbound/react.h"
#include "application/local_day.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// The store is away or full: nobody else's turn would end better.
bool EndsTheRound(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsResourceExhausted(status);
}

template <typename State>
std::string WordOf(State state) {
  return std::string(WordsOf<State>()[static_cast<std::size_t>(state)]);
}

// Tells of the clocks of one debtor, whose lock is held. A clock that was told of meanwhile, or
// stopped, says nothing.
class Teller {
 public:
  Teller(Work& work, const HoldTools& tools, DebtorId debtor, Day today)
      : work_(work), tools_(tools), debtor_(debtor), today_(today) {}

  absl::Status Tell(std::span<const RunningClock> clocks, std::vector<WorkItem> to_do) {
    for (WorkItem& item : to_do) to_do_.emplace(item.id, std::move(item));
    for (const RunningClock& clock : clocks) {
      PARLEY_RETURN_IF_ERROR(TellOf(clock));
    }
    for (const WorkItem& item : Changed(late_)) RecordBreach(work_, item);
    std::erase_if(raised_, [&](WorkItemId id) { return late_.contains(id); });
    for (const WorkItem& item : Changed(raised_)) RecordChanged(work_, item);
    return absl::OkStatus();
  }

  std::int64_t told() const { return told_; }

 private:
  bool IsOver(const std::optional<Day>& day) const { return day.has_value() && *day < today_; }

  std::vector<WorkItem> Changed(const std::set<WorkItemId>& which) const {
    std::vector<WorkItem> changed;
    for (const WorkItemId id : which) changed.push_back(to_do_.at(id));
    return changed;
  }

  absl::Status TellOf(const RunningClock& clock) {
    switch (clock.kind) {
      case ClockKind::kWork:
        TellWork(WorkItemId(clock.subject));
        return absl::OkStatus();
      case ClockKind::kDispute:
      case ClockKind::kComplaint:
      case ClockKind::kCallback:
        return TellCases();
      case ClockKind::kInbound:
        return TellItem(CommunicationId(clock.subject));
    }
    return absl::OkStatus();
  }

  void TellWork(WorkItemId id) {
    const auto item = to_do_.find(id);
    if (item == to_do_.end() || !IsOver(RunsOut(item->second))) return;
    item->second = WithBreach(item->second, work_.now);
    late_.insert(id);
    ++told_;
  }

  // All of the debtor's disputes, complaints and wishes to be called at once. Of who was forgotten
  // nothing is known.
  absl::Status TellCases() {
    if (std::exchange(cases_done_, true)) return absl::OkStatus();
    const absl::StatusOr<DebtorRecord> record = FindKeptRecord(work_, debtor_);
    if (ReasonOf(record.status()) == Reason::kDebtorNotFound) return absl::OkStatus();
    PARLEY_RETURN_IF_ERROR(record.status());
    for (const DebtDispute& one : record->disputes) {
      TellCaseOf(one, EventType::kDisputeClockBreached);
    }
    for (const Complaint& one : record->complaints) {
      TellCaseOf(one, EventType::kComplaintClockBreached);
    }
    for (const CallbackRequest& one : record->callbacks) {
      if (!IsOver(RunsOut(one))) continue;
      PARLEY_ASSIGN_OR_RETURN(const bool told, MissByTime(work_, tools_, *record, one));
      if (told) LeaveCalls();
    }
    return absl::OkStatus();
  }

  // The team was asked anew for the call: of the work for it before nothing more is to be told.
  void LeaveCalls() {
    ++told_;
    std::erase_if(to_do_, [this](const auto& entry) {
      if (entry.second.kind != WorkKind::kCallback) return false;
      late_.erase(entry.first);
      return true;
    });
  }

  // The work that waits about it is due on the same day, and is raised for that.
  template <typename Case>
  void TellCaseOf(const Case& before, EventType type) {
    if (!IsOver(RunsOut(before))) return;
    Case after = WithBreach(before, work_.now);
    after.revision = work_.NextRevision(debtor_);
    work_.store.person_records().Replace(debtor_, after);
    CaseFact fact{type, debtor_, after.debt, after.id.uuid(), WordOf(after.state), {}};
    if constexpr (requires { after.disputed; }) fact.amount = after.disputed;
    TellCase(work_, tools_.ids, fact);
    ++told_;
  }

  // The answer that waits was due before, and presses still more now.
  absl::Status TellItem(CommunicationId id) {
    PARLEY_ASSIGN_OR_RETURN(const InboundItem before, work_.store.inbound().Find(debtor_, id));
    const std::optional<absl::Time> until = RunsOut(before);
    if (!until.has_value() || *until > work_.now) return absl::OkStatus();
    InboundItem after = WithBreach(before, work_.now);
    after.revision = work_.NextRevision(debtor_);
    work_.store.inbound().Replace(after);
    TellInbound(work_, tools_.ids, after, EventType::kInboundAnswerBreached);
    ++told_;
    for (const TakenReaction& one : after.reactions) {
      const auto item = to_do_.find(WorkItemId(one.subject));
      if (one.what != "ANSWER" || item == to_do_.end()) continue;
      item->second = Raised(item->second, work_.now);
      raised_.insert(item->first);
    }
    return absl::OkStatus();
  }

  Work& work_;
  const HoldTools tools_;
  const DebtorId debtor_;
  const Day today_;
  std::map<WorkItemId, WorkItem> to_do_;
  std::set<WorkItemId> late_;
  std::set<WorkItemId> raised_;
  bool cases_done_ = false;
  std::int64_t told_ = 0;
};

}  // namespace

TellBreaches::Tally& TellBreaches::Tally::operator+=(const Tally& more) {
  told += more.told;
  left_out += more.left_out;
  return *this;
}

absl::StatusOr<TellBreaches::Page> TellBreaches::Find(TenantId tenant,
                                                      const ClockPosition& after) const {
  const absl::Time now = with_.clock.Now();
  Page page;
  PARLEY_ASSIGN_OR_RETURN(page.clocks, with_.work_list.ListClocks(tenant, now, after, kPage));
  if (page.clocks.size() == kPage) {
    const RunningClock& last = page.clocks.back();
    page.next = ClockPosition{last.due, last.debtor, last.subject};
  }
  std::erase_if(page.clocks, [&](const RunningClock& clock) {
    return clock.kind != ClockKind::kInbound &&
           clock.due >= LocalDay(with_.zones, clock.time_zone, now);
  });
  return page;
}

absl::StatusOr<TellBreaches::Tally> TellBreaches::Tell(TenantId tenant,
                                                       std::span<const RunningClock> clocks) const {
  std::map<DebtorId, Clocks> by_debtor;
  for (const RunningClock& clock : clocks) by_debtor[clock.debtor].push_back(clock);
  std::vector<Clocks> all;
  all.reserve(by_debtor.size());
  for (auto& [debtor, own] : by_debtor) all.push_back(std::move(own));
  Tally tally;
  for (std::span<const Clocks> rest = all; !rest.empty();) {
    const std::span<const Clocks> batch = rest.first(std::min(rest.size(), Store::kMostDebtors));
    rest = rest.subspan(batch.size());
    const absl::StatusOr<Tally> told = TellTogether(tenant, batch);
    if (told.ok()) {
      tally += *told;
      continue;
    }
    if (EndsTheRound(told.status())) return told.status();
    for (const Clocks& own : batch) {
      const absl::StatusOr<Tally> alone = TellTogether(tenant, std::span(&own, 1));
      if (!alone.ok() && EndsTheRound(alone.status())) return alone.status();
      tally += alone.value_or(Tally{.left_out = std::ssize(own)});
    }
  }
  return tally;
}

absl::StatusOr<TellBreaches::Tally> TellBreaches::TellTogether(
    TenantId tenant, std::span<const Clocks> debtors) const {
  const Call call{
      .tenant = tenant, .principal = std::string(kActor), .method = std::string(kMethod)};
  std::vector<DebtorId> locks;
  for (const Clocks& own : debtors) locks.push_back(own.front().debtor);
  Tally tally;
  const auto tell = [&](UnitOfWork& store) -> absl::Status {
    Work work{call, with_.clock.Now(), store, with_.ids};
    PARLEY_ASSIGN_OR_RETURN(tally, TellUnderLocks(work, debtors));
    return absl::OkStatus();
  };
  PARLEY_RETURN_IF_ERROR(with_.store.Run(tenant, locks, tell));
  return tally;
}

absl::StatusOr<TellBreaches::Tally> TellBreaches::TellUnderLocks(
    Work& work, std::span<const Clocks> debtors) const {
  std::vector<DebtorId> ids;
  for (const Clocks& own : debtors) ids.push_back(own.front().debtor);
  PARLEY_ASSIGN_OR_RETURN(std::vector<WorkItem> items, work.store.work_items().ToDoOfAll(ids));
  std::map<DebtorId, std::vector<WorkItem>> to_do;
  for (WorkItem& item : items) to_do[item.debtor].push_back(std::move(item));
  Tally tally;
  for (const Clocks& own : debtors) {
    const DebtorId debtor = own.front().debtor;
    const Day today = LocalDay(with_.zones, own.front().time_zone, work.now);
    Teller teller(work, {with_.ids, with_.zones}, debtor, today);
    PARLEY_RETURN_IF_ERROR(teller.Tell(own, std::move(to_do[debtor])));
    tally.told += teller.told();
    if (!work.store.Changes(debtor)) continue;
    AppendAudit(work, debtor, with_.fingerprints.Of(FormatDay(today)), with_.seal);
  }
  return tally;
}

}  // namespace parley
