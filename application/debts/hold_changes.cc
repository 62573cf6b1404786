// SPDX-License-Identifier: Apache-2.0
#include "application/debts/hold_changes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/messages/take_back.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/fee_guard.h"
#include "domain/debt/freeze.h"

namespace parley {
namespace {

// What a hold changes of one debt.
struct Frozen {
  LedgerHead head;
  std::vector<Entry> journal;  // Empty where it is not needed.
};

Period DaysOf(const Hold& hold) { return {hold.from, hold.until.value_or(Day::max())}; }

// What the debtor reads beside a fee that is taken back.
SensitiveText WhyOf(const Hold& hold) {
  return SensitiveText(std::string(NameOf(hold.type)) + " since " + FormatDay(hold.from));
}

bool TakesBackFees(const Hold& hold) { return RowOf(hold.type).takes_back_fees; }

// The debts of these that take entries, with what it takes to judge their interest and fees anew.
absl::StatusOr<std::vector<Frozen>> LoadFrozen(Work& work, std::vector<LedgerHead> heads,
                                               const Hold& hold) {
  std::erase_if(heads, [](const LedgerHead& head) { return !TakesEntries(head.debt.status); });
  const auto needs_journal = [&](const LedgerHead& head) {
    return TakesBackFees(hold) || NeedsJournalForFreezes(head.debt);
  };
  std::vector<LedgerKey> keys;
  for (const LedgerHead& head : heads) {
    if (needs_journal(head)) keys.push_back({head.debt.debtor, head.debt.id});
  }
  std::vector<std::vector<Entry>> journals;
  if (!keys.empty()) {
    PARLEY_ASSIGN_OR_RETURN(journals, work.store.debts().Journals(keys));
  }
  auto next = journals.begin();
  std::vector<Frozen> frozen;
  for (LedgerHead& head : heads) {
    const bool needs = needs_journal(head);
    frozen.push_back({std::move(head), needs ? std::move(*next++) : std::vector<Entry>()});
  }
  return frozen;
}

absl::StatusOr<Posted> Freeze(Work& work, const HoldTools& tools, const Frozen& frozen,
                              std::vector<Period> freezes, const Hold& hold) {
  const Debt& before = frozen.head.debt;
  const Stamp stamp{work.now, LocalDay(tools.zones, frozen.head.time_zone, work.now),
                    work.call.principal};
  const auto next_id = [&] { return EntryId(tools.ids.Next()); };
  PARLEY_ASSIGN_OR_RETURN(
      Posted posted, ChangeFreezes(before, std::move(freezes), frozen.journal, stamp, next_id));
  if (TakesBackFees(hold)) {
    std::vector<Entry> journal = frozen.journal;
    journal.insert(journal.end(), posted.entries.begin(), posted.entries.end());
    PARLEY_ASSIGN_OR_RETURN(Posted relief, TakeBackFees(posted.debt, DaysOf(hold), WhyOf(hold),
                                                        journal, stamp, next_id));
    posted.debt = std::move(relief.debt);
    std::move(relief.entries.begin(), relief.entries.end(), std::back_inserter(posted.entries));
  }
  RecordPosted(work, tools.ids, before, posted);
  return posted;
}

// What waits does not go, but for what they wait for themselves.
absl::Status StopMessages(Work& work, const HoldTools& tools, const Hold& hold) {
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, work.store.debtors().Find(hold.debtor));
  if (hold.from > LocalDay(tools.zones, debtor.time_zone, work.now)) return absl::OkStatus();
  return TakeOffQueue(
      work, tools.ids, hold.debtor, MessageEnd::kGateRefused,
      [](const Message& message, const Contact&) { return !IsWaitedFor(message.purpose); });
}

}  // namespace

absl::StatusOr<std::vector<LedgerHead>> LedgersConcerned(Work& work, const Hold& hold) {
  if (!hold.debt.has_value()) return work.store.debts().FindLedgersOf(hold.debtor, {});
  PARLEY_ASSIGN_OR_RETURN(LedgerHead head, FindLedger(work, hold.debtor, *hold.debt));
  return std::vector{std::move(head)};
}

absl::StatusOr<Hold> FindHold(Work& work, DebtorId debtor, HoldId id) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work.store.holds().Of(debtor));
  const auto found =
      std::find_if(holds.begin(), holds.end(), [&](const Hold& hold) { return hold.id == id; });
  if (found == holds.end()) return Refuse(Reason::kHoldNotFound);
  return *found;
}

absl::Status PutInForce(Work& work, const HoldTools& tools, const Hold& hold) {
  TellHold(work, tools.ids, hold, EventType::kHoldStarted);
  if (hold.type == HoldType::kStopContact) {
    PARLEY_RETURN_IF_ERROR(StopMessages(work, tools, hold));
  }
  return FreezeInterest(work, tools, {}, hold);
}

absl::Status GrantHold(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id) {
  PARLEY_ASSIGN_OR_RETURN(const Hold requested, FindHold(work, debtor, id));
  PARLEY_ASSIGN_OR_RETURN(Hold granted, ApproveHold(requested, work.now));
  granted.revision = work.NextRevision(debtor);
  work.store.holds().Replace(granted);
  return PutInForce(work, tools, granted);
}

absl::Status DenyHold(Work& work, DebtorId debtor, HoldId id) {
  PARLEY_ASSIGN_OR_RETURN(const Hold requested, FindHold(work, debtor, id));
  PARLEY_ASSIGN_OR_RETURN(Hold denied, RejectHold(requested, work.now));
  denied.revision = work.NextRevision(debtor);
  work.store.holds().Replace(denied);
  return absl::OkStatus();
}

absl::Status FreezeInterest(Work& work, const HoldTools& tools, const std::vector<Hold>& before,
                            const Hold& after) {
  // Which days a hold freezes does not depend on the debt, as long as it concerns it.
  const DebtId any = after.debt.value_or(DebtId());
  const std::vector<Period> gone = InterestFreezes(before, any);
  const std::vector<Period> come = InterestFreezes(std::array{after}, any);
  if (gone == come) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> heads, LedgersConcerned(work, after));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Frozen> all, LoadFrozen(work, std::move(heads), after));
  Cases cases;
  for (const Frozen& frozen : all) {
    const Debt& debt = frozen.head.debt;
    PARLEY_ASSIGN_OR_RETURN(
        const Posted posted,
        Freeze(work, tools, frozen, ReplaceFreezes(debt.rules.freezes, gone, come), after));
    const bool stops = gone.empty() && debt.rules.interest.has_value();
    if (stops) TellStatus(work, tools.ids, posted.debt, EventType::kInterestFrozen);
    cases.Note(debt, posted.debt);
  }
  return cases.Review(work, tools.ids);
}

}  // namespace parley
