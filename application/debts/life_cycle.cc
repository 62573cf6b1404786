// SPDX-License-Identifier: Apache-2.0
#include "application/debts/life_cycle.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"

namespace parley {
namespace {

// The choice of a decision that may need a second person.
constexpr std::string_view kWriteOff = "WRITE_OFF";

// What a verb of the domain is given beside its own order.
struct Scene {
  const Debt& debt;
  std::span<const Entry> journal;
  const Stamp& stamp;
  const EntryIdSource& next_id;
};

using Judge = absl::FunctionRef<absl::StatusOr<Posted>(Work&, const Scene&)>;

// Records what a verb made of a debt, and tells of it once, by its own event.
void Record(Work& work, Ids& ids, const Debt& before, Posted& posted, EventType type) {
  posted.debt.revision = work.NextRevision(posted.debt.debtor);
  work.store.debts().Replace(posted.debt);
  work.store.debts().Append(posted.debt, posted.entries);
  Debt told = before;
  told.status = posted.debt.status;
  TellPosted(work, ids, told, posted);
  TellStatus(work, ids, posted.debt, type);
}

// What is done to a debt.
struct Order {
  EventType type;                      // By which it is told.
  std::optional<WorkItem> approval;    // What waits instead, where a second person is needed.
  const WorkItem* approved = nullptr;  // The item that asked for it and was approved.
};

// What is no longer asked for after this: all that is owed, or what was written off of it.
Money GivenUp(const Debt& before, const Debt& after) {
  return {Outstanding(after.position).value_or(0) + after.position.written_off -
              before.position.written_off,
          after.currency};
}

// When anything but interest, which goes on day by day, was last booked.
absl::Time LastMove(std::span<const Entry> journal) {
  absl::Time last = absl::InfinitePast();
  for (const Entry& entry : journal) {
    if (IsFact(entry)) last = std::max(last, entry.booked_time);
  }
  return last;
}

absl::StatusOr<ChangedDebt> Change(Work& work, const LifeTools& tools, const DebtVersion& reference,
                                   const Order& order, Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(
      const LedgerHead head,
      FindLedger(work, {reference.debtor, reference.debt, {}, order.approval.has_value()}));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(reference.debtor, reference.debt));
  const Stamp stamp{work.now, LocalDay(tools.zones, head.time_zone, work.now), work.call.principal};
  const EntryIdSource next_id = [&] { return EntryId(tools.ids.Next()); };
  PARLEY_ASSIGN_OR_RETURN(Posted posted, judge(work, {head.debt, journal, stamp, next_id}));
  PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, head.debt.revision));
  const absl::Time last_move = LastMove(journal);
  if (order.approved != nullptr && order.approved->created_time < last_move) {
    return Refuse(Reason::kApprovalOutdated);
  }
  const Money given_up = GivenUp(head.debt, posted.debt);
  if (order.approval.has_value() && NeedsApproval(head.settings, given_up)) {
    WorkItem approval = *order.approval;
    approval.act->amount = given_up;
    PARLEY_ASSIGN_OR_RETURN(WorkItem waiting,
                            AskForApproval(work, tools.ids, std::move(approval), last_move));
    return ChangedDebt{head.debt, std::move(waiting)};
  }
  if (!work.call.validate_only) {
    Record(work, tools.ids, head.debt, posted, order.type);
    const WorkItemId approved = order.approved != nullptr ? order.approved->id : WorkItemId();
    PARLEY_RETURN_IF_ERROR(ReviewCases(work, tools.ids, head.debt, posted.debt, approved));
  }
  return ChangedDebt{posted.debt, {}};
}

// The same of what one person always decides.
absl::StatusOr<Debt> ChangeAlone(Work& work, const LifeTools& tools, const DebtVersion& reference,
                                 EventType type, Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(ChangedDebt changed, Change(work, tools, reference, {type, {}}, judge));
  return std::move(changed.debt);
}

absl::StatusOr<ChangedDebt> Close(Work& work, const LifeTools& tools, const DebtVersion& reference,
                                  const Closing& closing, const Order& order) {
  return Change(work, tools, reference, order, [&](Work& /*work*/, const Scene& scene) {
    return StopCollecting(scene.debt, closing, scene.journal, scene.stamp, scene.next_id);
  });
}

absl::StatusOr<ChangedDebt> DecideIt(Work& work, const LifeTools& tools,
                                     const DebtVersion& reference, const DecisionMade& made,
                                     const Order& order) {
  return Change(work, tools, reference, order, [&](Work& /*work*/, const Scene& scene) {
    return Decide(scene.debt, made, scene.journal, scene.stamp, scene.next_id);
  });
}

// What waits until somebody else approves it.
WorkItem ApprovalOf(const DebtVersion& reference, ActKind kind, std::string_view choice,
                    const SensitiveText& reason) {
  WorkItem item;
  item.debtor = reference.debtor;
  item.debt = reference.debt;
  item.kind = WorkKind::kApproval;
  item.act.emplace();
  item.act->kind = kind;
  item.act->choice = std::string(choice);
  item.reason = reason;
  return item;
}

// What of a debt is not done yet today.
absl::StatusOr<OpenMatters> OpenMattersOf(Work& work, const Debt& debt, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work.store.holds().Of(debt.debtor));
  const auto disputes = [&](const Hold& hold) {
    return hold.type == HoldType::kDispute && IsActiveOn(hold, debt.id, today);
  };
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Payment> announced,
                          work.store.payments().AnnouncedOf(debt.debtor));
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, work.store.person_records().Find(debt.debtor));
  const bool unanswered =
      std::any_of(record.disputes.begin(), record.disputes.end(),
                  [&](const DebtDispute& one) { return one.debt == debt.id && IsOpen(one); });
  return OpenMatters{
      .payment_in_flight = InFlightTo(debt.id, announced, today) > 0,
      .dispute_open = unanswered || std::any_of(holds.begin(), holds.end(), disputes)};
}

}  // namespace

absl::Status DoLifeAct(Work& work, const LifeTools& tools, const WorkItem& item) {
  const DebtVersion reference{item.debtor, *item.debt, {}};
  const std::string& choice = item.act->choice;
  if (item.act->kind == ActKind::kDecide) {
    if (choice != kWriteOff) return Refuse(Reason::kRecordCorrupt);
    const Order order{EventType::kDebtStatusChanged, {}, &item};
    return DecideIt(work, tools, reference, {Decision::kWriteOff, item.reason}, order).status();
  }
  const std::optional<CloseCode> code = CloseCodeNamed(choice);
  if (!code.has_value()) return Refuse(Reason::kRecordCorrupt);
  const Order order{EventType::kClosed, {}, &item};
  return Close(work, tools, reference, {*code, item.reason}, order).status();
}

absl::StatusOr<Answer> CloseDebt::Handle(const Call& call, const Command& command,
                                         Encode<ChangedDebt> encode) const {
  const Closing& closing = command.closing;
  const auto decide = [&](Work& work) {
    const Order order{EventType::kClosed, ApprovalOf(command.reference, ActKind::kClose,
                                                     NameOf(closing.code), closing.reason)};
    return Close(work, tools_, command.reference, closing, order);
  };
  return mutations_.Run<ChangedDebt>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> RecallDebt::Handle(const Call& call, const Command& command,
                                          Encode<Debt> encode) const {
  const auto judge = [&](Work& work, const Scene& scene) -> absl::StatusOr<Posted> {
    PARLEY_ASSIGN_OR_RETURN(const OpenMatters open,
                            OpenMattersOf(work, scene.debt, scene.stamp.today));
    return TakeBack(scene.debt, {open, command.force, command.reason}, scene.journal, scene.stamp,
                    scene.next_id);
  };
  const auto decide = [&](Work& work) {
    return ChangeAlone(work, tools_, command.reference, EventType::kRecalled, judge);
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> DecideDebt::Handle(const Call& call, const Command& command,
                                          Encode<ChangedDebt> encode) const {
  const DecisionMade& made = command.made;
  const auto decide = [&](Work& work) {
    Order order{EventType::kDebtStatusChanged, {}};
    if (made.decision == Decision::kWriteOff) {
      order.approval = ApprovalOf(command.reference, ActKind::kDecide, kWriteOff, made.reason);
    }
    return DecideIt(work, tools_, command.reference, made, order);
  };
  return mutations_.Run<ChangedDebt>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> ReopenDebt::Handle(const Call& call, const Command& command,
                                          Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return ChangeAlone(work, tools_, command.reference, EventType::kReopened,
                       [&](Work& /*work*/, const Scene& scene) {
                         return BringBack(scene.debt, command.reason, scene.journal, scene.stamp,
                                          scene.next_id);
                       });
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
}

}  // namespace parley
