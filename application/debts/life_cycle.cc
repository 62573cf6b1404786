// SPDX-License-Identifier: Apache-2.0
#include "application/debts/life_cycle.h"

#include <algorithm>
#include <span>
#include <vector>

#include "absl/functional/function_ref.h"
#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"

namespace parley {
namespace {

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

absl::StatusOr<Debt> Change(Work& work, const LifeTools& tools, const DebtVersion& reference,
                            EventType type, Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head,
                          FindLedger(work, reference.debtor, reference.debt));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Entry> journal,
                          work.store.debts().Journal(reference.debtor, reference.debt));
  const Stamp stamp{work.now, LocalDay(tools.zones, head.time_zone, work.now), work.call.principal};
  const EntryIdSource next_id = [&] { return EntryId(tools.ids.Next()); };
  PARLEY_ASSIGN_OR_RETURN(Posted posted, judge(work, {head.debt, journal, stamp, next_id}));
  PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, head.debt.revision));
  Record(work, tools.ids, head.debt, posted, type);
  return posted.debt;
}

// What of a debt is not done yet today.
absl::StatusOr<OpenMatters> OpenMattersOf(Work& work, const Debt& debt, Day today) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work.store.holds().Of(debt.debtor));
  const auto disputes = [&](const Hold& hold) {
    return hold.type == HoldType::kDispute && IsActiveOn(hold, debt.id, today);
  };
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Payment> announced,
                          work.store.payments().AnnouncedOf(debt.debtor));
  return OpenMatters{.payment_in_flight = InFlightTo(debt.id, announced, today) > 0,
                     .dispute_open = std::any_of(holds.begin(), holds.end(), disputes)};
}

}  // namespace

absl::StatusOr<Answer> CloseDebt::Handle(const Call& call, const Command& command,
                                         Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return Change(work, tools_, command.reference, EventType::kClosed,
                  [&](Work& /*work*/, const Scene& scene) {
                    return StopCollecting(scene.debt, command.closing, scene.journal, scene.stamp,
                                          scene.next_id);
                  });
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
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
    return Change(work, tools_, command.reference, EventType::kRecalled, judge);
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> DecideDebt::Handle(const Call& call, const Command& command,
                                          Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return Change(work, tools_, command.reference, EventType::kDebtStatusChanged,
                  [&](Work& /*work*/, const Scene& scene) {
                    return Decide(scene.debt, command.made, scene.journal, scene.stamp,
                                  scene.next_id);
                  });
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> ReopenDebt::Handle(const Call& call, const Command& command,
                                          Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return Change(work, tools_, command.reference, EventType::kReopened,
                  [&](Work& /*work*/, const Scene& scene) {
                    return BringBack(scene.debt, command.reason, scene.journal, scene.stamp,
                                     scene.next_id);
                  });
  };
  return mutations_.Run<Debt>(call, command.reference.debtor, decide, encode);
}

}  // namespace parley
