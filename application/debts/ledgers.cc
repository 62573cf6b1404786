// SPDX-License-Identifier: Apache-2.0
#include "application/debts/ledgers.h"

#include <array>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {

namespace {

bool OnlyStandingDiffers(const Debt& before, const Debt& after) {
  Debt expected = before;
  CopyStanding(after, expected);
  return expected == after;
}

void AppendAndTell(Work& work, Ids& ids, const Debt& before, const Posted& posted,
                   const Telling& telling) {
  work.store.debts().Append(posted.debt, posted.entries);
  TellPosted(work, ids, before, posted, telling);
}

}  // namespace

absl::Status CheckKept(Work& work, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(const Debtor found, work.store.debtors().Find(debtor));
  return IsErased(found) ? Refuse(Reason::kDebtorNotFound) : absl::OkStatus();
}

absl::Status CheckKept(Work& work, const Debt& debt) {
  return KeepsDebtor(debt) ? absl::OkStatus() : CheckKept(work, debt.debtor);
}

absl::StatusOr<LedgerHead> FindLedger(Work& work, DebtorId debtor, DebtId debt,
                                      std::vector<std::string> entry_refs) {
  return FindLedger(work, {debtor, debt, std::move(entry_refs)});
}

absl::StatusOr<LedgerHead> FindLedger(Work& work, const LedgerProbe& probe) {
  const std::array probes = {probe};
  PARLEY_ASSIGN_OR_RETURN(std::vector<LedgerHead> found, work.store.debts().FindLedgers(probes));
  if (found.empty()) return Refuse(Reason::kDebtNotFound);
  PARLEY_RETURN_IF_ERROR(CheckKept(work, found.front().debt));
  return std::move(found.front());
}

absl::StatusOr<Posted> BookFacts(Work& work, Ids& ids, const Debt& debt,
                                 std::span<const Fact> facts, const Stamp& stamp) {
  std::vector<Entry> journal;
  if (NeedsJournal(debt, facts)) {
    PARLEY_ASSIGN_OR_RETURN(journal, work.store.debts().Journal(debt.debtor, debt.id));
  }
  return PostFacts(debt, facts, journal, stamp, [&] { return EntryId(ids.Next()); });
}

void RecordPosted(Work& work, Ids& ids, const Debt& before, Posted& posted,
                  const Telling& telling) {
  posted.debt.revision = work.NextRevision(posted.debt.debtor);
  if (OnlyStandingDiffers(before, posted.debt)) {
    work.store.debts().ReplaceStanding(posted.debt);
  } else {
    work.store.debts().Replace(posted.debt);
  }
  AppendAndTell(work, ids, before, posted, telling);
}

absl::Status RecordPostedAlone(Work& work, Ids& ids, const Debt& before, Posted& posted) {
  posted.debt.revision = work.NextRevision(posted.debt.debtor);
  if (!OnlyStandingDiffers(before, posted.debt)) return Refuse(Reason::kInternal);
  work.store.debts().ReplaceStanding(posted.debt);
  AppendAndTell(work, ids, before, posted, {});
  return absl::OkStatus();
}

}  // namespace parley
