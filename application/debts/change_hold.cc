// SPDX-License-Identifier: Apache-2.0
#include "application/debts/change_hold.h"

#include <string>

#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/violations.h"
#include "domain/debtor/erasure.h"

namespace parley {
namespace {

using Judge = absl::FunctionRef<absl::StatusOr<Hold>(const Hold&, Day)>;

// Today in the zone that dates what the hold concerns.
absl::StatusOr<Day> TodayOf(Work& work, const TimeZones& zones, const Hold& hold) {
  std::string zone;
  if (hold.debt.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, hold.debtor, *hold.debt));
    zone = head.time_zone;
  } else {
    PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, work.store.debtors().Find(hold.debtor));
    if (IsErased(debtor)) return Refuse(Reason::kDebtorNotFound);
    zone = debtor.time_zone;
  }
  return LocalDay(zones, zone, work.now);
}

// What a hold becomes by `judge`: recorded, told, and the debts concerned judged anew.
absl::StatusOr<HoldToday> Change(Work& work, const HoldTools& tools, const HoldReference& reference,
                                 EventType type, Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(const Hold before, FindHold(work, reference.debtor, reference.hold));
  PARLEY_ASSIGN_OR_RETURN(const Day today, TodayOf(work, tools.zones, before));
  PARLEY_ASSIGN_OR_RETURN(Hold after, judge(before, today));
  PARLEY_RETURN_IF_ERROR(CheckEtag(reference.etag, before.revision));
  after.revision = work.NextRevision(reference.debtor);
  work.store.holds().Replace(after);
  TellHold(work, tools.ids, after, type);
  PARLEY_RETURN_IF_ERROR(FreezeInterest(work, tools, {before}, after));
  return HoldToday{after, today};
}

absl::Status CheckLastDay(const std::optional<Day>& last, Day today) {
  Violations violations;
  if (last > today) violations.Add("until_date", Fault::kDateInFuture);
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<Answer> EndHold::Handle(const Call& call, const Command& command,
                                       Encode<HoldToday> encode) const {
  const auto judge = [&](Work& work, const Hold& hold, Day today) -> absl::StatusOr<Hold> {
    PARLEY_RETURN_IF_ERROR(CheckLastDay(command.last, today));
    // One that would begin later is undone.
    const Day last = command.last.value_or(std::max(today, hold.from - 1));
    PARLEY_ASSIGN_OR_RETURN(Hold ended, LiftHold(hold, last, work.now));
    ended.end_reason = command.reason;
    return ended;
  };
  const auto decide = [&](Work& work) {
    return Change(work, tools_, command.reference, EventType::kHoldEnded,
                  [&](const Hold& hold, Day today) { return judge(work, hold, today); });
  };
  return mutations_.Run<HoldToday>(call, command.reference.debtor, decide, encode);
}

absl::StatusOr<Answer> ExtendHold::Handle(const Call& call, const Command& command,
                                          Encode<HoldToday> encode) const {
  const auto decide = [&](Work& work) {
    return Change(work, tools_, command.reference, EventType::kHoldStarted,
                  [&](const Hold& hold, Day today) -> absl::StatusOr<Hold> {
                    PARLEY_ASSIGN_OR_RETURN(
                        Hold extended,
                        ProlongHold(hold, command.until, command.review, today, work.now));
                    extended.evidence = command.evidence.value_or(hold.evidence);
                    return extended;
                  });
  };
  return mutations_.Run<HoldToday>(call, command.reference.debtor, decide, encode);
}

}  // namespace parley
