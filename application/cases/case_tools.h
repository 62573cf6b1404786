// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_CASES_CASE_TOOLS_H_
#define PARLEY_APPLICATION_CASES_CASE_TOOLS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "application/communication/decide.h"
#include "application/debts/hold_changes.h"
#include "application/mutations.h"
#include "domain/common/event.h"
#include "domain/common/money.h"
#include "domain/debt/hold.h"
#include "domain/worklist/work_item.h"

// What the use cases about disputes, complaints and promises have in common.
namespace parley {

inline HoldTools HoldToolsOf(const ContactTools& tools) { return {tools.ids, tools.places.zones}; }

// The books by which a tenant is bound now. Errors: those of the source.
absl::StatusOr<RulebooksRef> RulebooksNow(Work& work, RulebookSource& source);

// What a case looks like to others: ids and states, nothing that was said.
struct CaseFact {
  EventType type = EventType::kDisputeOpened;
  DebtorId debtor;
  std::optional<DebtId> debt;
  Uuid subject;
  std::string state;
  std::optional<Money> amount;
};

void TellCase(Work& work, Ids& ids, const CaseFact& fact);

// Restricts what may be done from today on, within the running transaction. Gives the hold back.
// Errors: those of PutInForce.
absl::StatusOr<Hold> HoldAtOnce(Work& work, const HoldTools& tools, Hold hold, Day today);

// Ends a hold at once, so that today is free of it; one that is over already stays as it is.
// Errors: HOLD_NOT_FOUND, and those of FreezeInterest.
absl::Status LiftAtOnce(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id, Day today);

// Gives a hold another last day; none until somebody ends it. One that is over stays as it is.
// Errors: the same.
absl::Status HoldUntil(Work& work, const HoldTools& tools, DebtorId debtor, HoldId id,
                       std::optional<Day> until, Day today);

// Puts a case on the team's list, due by that day.
void AskTeam(Work& work, Ids& ids, WorkItem item, std::optional<Day> due);

// Takes what waits about a case off the team's list: what was to be done is done. Errors: those of
// the store.
absl::Status SettleTeam(Work& work, WorkKind kind, DebtorId debtor,
                        const std::optional<DebtId>& debt);

}  // namespace parley

#endif  // PARLEY_APPLICATION_CASES_CASE_TOOLS_H_
