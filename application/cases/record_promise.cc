// SPDX-License-Identifier: Apache-2.0
#include "application/cases/record_promise.h"

#include <string>
#include <utility>

#include "application/cases/case_tools.h"
#include "application/debts/ledgers.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"
#include "domain/debt/position.h"
#include "domain/debt/status.h"

namespace parley {
namespace {

void Tell(Work& work, Ids& ids, EventType type, DebtorId debtor, const Promise& promise) {
  const std::string state(WordsOf<PromiseState>()[static_cast<std::size_t>(promise.state)]);
  TellCase(work, ids, {type, debtor, promise.debt, promise.id.uuid(), state, promise.amount});
}

}  // namespace

absl::StatusOr<Promise> TakePromise(Work& work, const HoldTools& tools, DebtorId debtor,
                                    const Promise& promise) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
  PARLEY_ASSIGN_OR_RETURN(const LedgerHead head, FindLedger(work, debtor, promise.debt));
  const Day today = LocalDay(tools.zones, head.time_zone, work.now);
  Violations violations;
  CheckPromise(promise, head.debt.currency, today, "promise", violations);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  if (!IsOwedAndOurs(head.debt.status)) return Refuse(Reason::kDebtClosedToEntries);
  PARLEY_RETURN_IF_ERROR(CheckPromised(promise, Outstanding(head.debt.position).value_or(0)));
  if (record.promises.size() >= kMostPromises) return Refuse(Reason::kRecordFull);
  Promise taken = promise;
  taken.id = PromiseId(tools.ids.Next());
  taken.state = PromiseState::kPending;
  taken.taker = work.call.principal;
  taken.revision = work.NextRevision(debtor);
  taken.created_time = work.now;
  taken.updated_time = work.now;
  if (const auto before = PendingOf(record.promises, promise.debt); before.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(Promise replaced, Replaced(*before, work.now));
    replaced.revision = taken.revision;
    work.store.person_records().Replace(debtor, replaced);
    Tell(work, tools.ids, EventType::kPromiseReplaced, debtor, replaced);
  }
  work.store.person_records().Add(debtor, taken);
  Tell(work, tools.ids, EventType::kPromiseMade, debtor, taken);
  return taken;
}

absl::StatusOr<Answer> RecordPromise::Handle(const Call& call, DebtorId debtor,
                                             const Promise& promise, Encode<Promise> encode) const {
  const auto decide = [&](Work& work) { return TakePromise(work, tools_, debtor, promise); };
  return mutations_.Run<Promise>(call, debtor, decide, encode);
}

absl::StatusOr<Answer> RecordPromise::Handle(const Call& call, const Cancel& cancel,
                                             Encode<Promise> encode) const {
  const DebtorId debtor = cancel.reference.debtor;
  const auto decide = [&](Work& work) -> absl::StatusOr<Promise> {
    PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record, FindKeptRecord(work, debtor));
    PARLEY_ASSIGN_OR_RETURN(const Promise before, FindPart(record.promises, cancel.reference.id,
                                                           Reason::kPromiseNotFound));
    PARLEY_ASSIGN_OR_RETURN(Promise after, Cancelled(before, cancel.reason, work.now));
    PARLEY_RETURN_IF_ERROR(CheckEtag(cancel.reference.etag, before.revision));
    after.revision = work.NextRevision(debtor);
    work.store.person_records().Replace(debtor, after);
    Tell(work, tools_.ids, EventType::kPromiseCancelled, debtor, after);
    return after;
  };
  return mutations_.Run<Promise>(call, debtor, decide, encode);
}

}  // namespace parley
