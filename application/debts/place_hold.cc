// SPDX-License-Identifier: Apache-2.0
#include "application/debts/place_hold.h"

#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/worklist/items.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

// Whether a part of the debt can be in dispute: it is money of the debt's, and no more than is
// owed.
absl::Status CheckPart(const Hold& hold, const Debt& debt) {
  if (!hold.disputed.has_value()) return absl::OkStatus();
  if (hold.disputed->currency() != debt.currency) {
    Violations violations;
    violations.Add("hold.disputed.currency_code", Fault::kCurrencyMismatch);
    return violations.ToStatus();
  }
  const bool above = hold.disputed->minor_units() > Outstanding(debt.position).value_or(0);
  return above ? Refuse(Reason::kDisputeAboveBalance) : absl::OkStatus();
}

// What waits until somebody else approves the hold.
WorkItem ApprovalOf(const Hold& hold) {
  WorkItem item;
  item.debtor = hold.debtor;
  item.debt = hold.debt;
  item.kind = WorkKind::kApproval;
  item.act.emplace();
  item.act->kind = ActKind::kHold;
  item.act->hold = hold.id;
  item.reason = hold.reason;
  return item;
}

}  // namespace

absl::StatusOr<Answer> PlaceHold::Handle(const Call& call, const Command& command,
                                         Encode<HoldToday> encode) const {
  Command complete = command;
  complete.hold.debtor = command.debtor;
  complete.hold.id = command.id.value_or(HoldId(tools_.ids.Next()));
  const auto decide = [&](Work& work) { return PutHold(work, tools_, complete); };
  return mutations_.Run<HoldToday>(call, command.debtor, decide, encode);
}

absl::StatusOr<HoldToday> PutHold(Work& work, const HoldTools& tools,
                                  const PlaceHold::Command& command) {
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, work.store.debtors().Find(command.debtor));
  if (IsErased(debtor)) return Refuse(Reason::kDebtorNotFound);
  Hold hold = command.hold;
  std::string zone = debtor.time_zone;
  if (hold.debt.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, hold.debtor, *hold.debt));
    PARLEY_RETURN_IF_ERROR(CheckPart(hold, head.debt));
    zone = head.time_zone;
  }
  const Day today = LocalDay(tools.zones, zone, work.now);
  hold.from = command.from.value_or(today);
  hold.state = command.request ? HoldState::kRequested : HoldState::kActive;
  Violations violations;
  CheckHold(hold, "hold", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  // A rehearsal writes nothing and so meets no conflict; it must look for one.
  if (work.call.validate_only && FindHold(work, hold.debtor, hold.id).ok()) {
    return Refuse(Reason::kHoldAlreadyExists);
  }
  hold.actor = work.call.principal;
  hold.revision = work.NextRevision(hold.debtor);
  hold.created_time = work.now;
  hold.updated_time = work.now;
  work.store.holds().Add(hold);
  if (command.request) {
    Propose(work, tools.ids, ApprovalOf(hold));
  } else {
    PARLEY_RETURN_IF_ERROR(PutInForce(work, tools, hold));
  }
  return HoldToday{hold, today};
}

}  // namespace parley
