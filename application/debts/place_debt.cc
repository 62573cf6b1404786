// SPDX-License-Identifier: Apache-2.0
#include "application/debts/place_debt.h"

#include <array>
#include <utility>

#include "application/debts/content.h"
#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/local_day.h"
#include "application/worklist/cases.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/debt/hold.h"
#include "domain/debtor/erasure.h"

namespace parley {

absl::StatusOr<Answer> PlaceDebt::Handle(const Call& call, const Command& command,
                                         Encode<Debt> encode) const {
  Placement placement = command.placement;
  placement.debtor = command.debtor;
  placement.id = command.id.value_or(DebtId(ids_.Next()));
  placement.content = ContentOf(fingerprints_, placement);
  const auto decide = [&](Work& work) { return Place(work, placement); };
  absl::StatusOr<Answer> answer = mutations_.Run<Debt>(call, placement.debtor, decide, encode);
  const bool taken = ReasonOf(answer.status()) == Reason::kDebtAlreadyPlaced;
  // A rehearsal writes nothing and so meets no conflict; it must look for one.
  if (!taken && !(answer.ok() && call.validate_only)) return answer;
  absl::StatusOr<Answer> existing = AnswerWithExisting(call, placement, encode);
  const bool absent = ReasonOf(existing.status()) == Reason::kDebtNotFound;
  return absent ? std::move(answer) : std::move(existing);
}

absl::StatusOr<Debt> PlaceDebt::Place(Work& work, Placement placement) const {
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, work.store.debtors().Find(placement.debtor));
  if (IsErased(debtor)) return Refuse(Reason::kDebtorNotFound);
  PARLEY_ASSIGN_OR_RETURN(const Creditor creditor, work.store.creditors().Find(placement.creditor));
  const std::string& zone = debtor.time_zone.empty() ? creditor.time_zone : debtor.time_zone;
  const Day today = LocalDay(zones_, zone, work.now);
  Violations violations;
  CheckPlacement(placement, today, "debt", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  SetRules(placement, creditor.settings, debtor.region);
  const Stamp stamp{work.now, today, work.call.principal};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Hold> holds, work.store.holds().Of(placement.debtor));
  Placement held = placement;
  held.rules.freezes = InterestFreezes(holds, placement.id);
  PARLEY_ASSIGN_OR_RETURN(Posted posted,
                          OpenDebt(held, stamp, [&] { return EntryId(ids_.Next()); }));
  posted.debt.revision = work.NextRevision(placement.debtor);
  work.store.debts().Add(posted.debt);
  work.store.debts().Append(posted.debt, posted.entries);
  TellPlaced(work, ids_, posted.debt);
  PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids_, posted.debt, posted.debt));
  return posted.debt;
}

absl::StatusOr<Answer> PlaceDebt::AnswerWithExisting(const Call& call, const Placement& placement,
                                                     Encode<Debt> encode) const {
  const std::array references = {DebtReference{placement.creditor, placement.external_ref}};
  PARLEY_ASSIGN_OR_RETURN(const auto known, portfolio_.FindDebts(call.tenant, references));
  if (known.empty()) return Refuse(Reason::kDebtNotFound);
  if (known.front().debtor != placement.debtor) return Refuse(Reason::kDebtAlreadyPlaced);
  const auto decide = [&](Work& work) -> absl::StatusOr<Debt> {
    PARLEY_ASSIGN_OR_RETURN(LedgerHead head,
                            FindLedger(work, placement.debtor, known.front().debt));
    if (head.debt.content != placement.content) return Refuse(Reason::kDebtAlreadyPlaced);
    return std::move(head.debt);
  };
  return mutations_.Run<Debt>(call, placement.debtor, decide, encode);
}

}  // namespace parley
