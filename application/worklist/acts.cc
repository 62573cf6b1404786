// SPDX-License-Identifier: Apache-2.0
#include "application/worklist/acts.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "application/debts/hold_changes.h"
#include "application/debts/ledgers.h"
#include "application/debts/life_cycle.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/debt.h"
#include "domain/debt/position_before.h"

namespace parley {
namespace {

// As which entry an act is posted.
EntryKind EntryKindOf(ActKind kind) {
  switch (kind) {
    case ActKind::kWriteOff:
      return EntryKind::kWriteOff;
    case ActKind::kRefund:
      return EntryKind::kRefund;
    case ActKind::kWaiver:
    case ActKind::kHold:
    case ActKind::kClose:
    case ActKind::kDecide:
      break;
  }
  return EntryKind::kWaiver;
}

// What a rule proposed because little is owed is about all of it: the interest of the days since,
// which is posted first, goes with it.
absl::StatusOr<std::int64_t> AmountOf(Work& work, const WorkItem& item, const Debt& debt, Day day) {
  const std::int64_t asked = item.act->amount->minor_units();
  if (item.kind != WorkKind::kSmallBalance) return asked;
  if (Outstanding(debt.position) != asked) return Refuse(Reason::kApprovalOutdated);
  std::vector<Entry> journal;
  if (NeedsJournalBefore(debt, day)) {
    PARLEY_ASSIGN_OR_RETURN(journal, work.store.debts().Journal(debt.debtor, debt.id));
  }
  PARLEY_ASSIGN_OR_RETURN(const FoundByMoney found, PositionBefore(debt, day, journal));
  return Outstanding(found.position).value_or(asked);
}

}  // namespace

absl::StatusOr<EntryId> Acts::Do(Work& work, const WorkItem& item) const {
  switch (item.act->kind) {
    case ActKind::kWaiver:
    case ActKind::kWriteOff:
    case ActKind::kRefund:
      return Post(work, item);
    case ActKind::kHold:
      PARLEY_RETURN_IF_ERROR(GrantHold(work, {ids_, zones_}, item.debtor, *item.act->hold));
      return EntryId();
    case ActKind::kClose:
    case ActKind::kDecide:
      break;
  }
  PARLEY_RETURN_IF_ERROR(DoLifeAct(work, {ids_, zones_}, item));
  return EntryId();
}

absl::Status Acts::Drop(Work& work, const WorkItem& item) const {
  if (item.act->kind != ActKind::kHold) return absl::OkStatus();
  return DenyHold(work, item.debtor, *item.act->hold);
}

absl::StatusOr<EntryId> Acts::Post(Work& work, const WorkItem& item) const {
  const PendingAct& act = *item.act;
  std::vector<std::string> references;
  if (!act.external_ref.empty()) references.push_back(act.external_ref);
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head,
                          FindLedger(work, item.debtor, *item.debt, std::move(references)));
  if (!head.known.empty()) return Refuse(Reason::kEntryAlreadyPosted);
  const Stamp stamp{work.now, LocalDay(zones_, head.time_zone, work.now), work.call.principal};
  const Day day = act.value_date.value_or(stamp.today);
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t amount, AmountOf(work, item, head.debt, day));
  const Fact fact{.id = EntryId(ids_.Next()),
                  .external_ref = act.external_ref,
                  .kind = EntryKindOf(act.kind),
                  .value_date = day,
                  .amount = amount,
                  .bucket = act.bucket,
                  .reason = item.reason,
                  .content = act.content};
  PARLEY_ASSIGN_OR_RETURN(Posted posted, BookFacts(work, ids_, head.debt, std::array{fact}, stamp));
  RecordPosted(work, ids_, head.debt, posted);
  PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, head.debt, posted.debt, item.id));
  return fact.id;
}

}  // namespace parley
