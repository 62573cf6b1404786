// SPDX-License-Identifier: Apache-2.0
#include "application/debts/review_placement.h"

#include "application/debts/events.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/worklist/cases.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Both outcomes of a review: load the debt, let `judge` change it, record and tell it.
template <typename Command, typename Judge>
absl::StatusOr<Debt> Review(Work& work, const Command& command, Ids& ids, Judge judge) {
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, command.debtor, command.debt));
  PARLEY_ASSIGN_OR_RETURN(Debt debt, judge(head.debt));
  PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, head.debt.revision));
  debt.revision = work.NextRevision(command.debtor);
  work.store.debts().Replace(debt);
  const bool active = debt.status == DebtStatus::kActive;
  TellStatus(work, ids, debt, active ? EventType::kDebtActivated : EventType::kDebtStatusChanged);
  PARLEY_RETURN_IF_ERROR(ReviewCases(work, ids, head.debt, debt));
  return debt;
}

}  // namespace

absl::StatusOr<Answer> ActivateDebt::Handle(const Call& call, const Command& command,
                                            Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return Review(work, command, ids_,
                  [&](const Debt& debt) { return AcceptPlacement(debt, work.now); });
  };
  return mutations_.Run<Debt>(call, command.debtor, decide, encode);
}

absl::StatusOr<Answer> RejectPlacement::Handle(const Call& call, const Command& command,
                                               Encode<Debt> encode) const {
  const auto decide = [&](Work& work) {
    return Review(work, command, ids_, [&](const Debt& debt) {
      return RefusePlacement(debt, command.reason, work.now);
    });
  };
  return mutations_.Run<Debt>(call, command.debtor, decide, encode);
}

}  // namespace parley
