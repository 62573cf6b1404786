// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/record_parts.h"

#include "application/ports/debts.h"
#include "domain/common/status_macros.h"
#include "domain/debtor/erasure.h"

namespace parley {

absl::StatusOr<Debtor> FindKeptDebtor(Work& work, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(Debtor found, work.store.debtors().Find(debtor));
  if (IsErased(found)) return Refuse(Reason::kDebtorNotFound);
  return found;
}

absl::StatusOr<DebtorRecord> FindKeptRecord(Work& work, DebtorId debtor) {
  PARLEY_ASSIGN_OR_RETURN(DebtorRecord found, work.store.person_records().Find(debtor));
  if (IsErased(found.debtor)) return Refuse(Reason::kDebtorNotFound);
  return found;
}

void Sign(const Work& work, Provenance& provenance) {
  provenance.actor = work.call.principal;
  provenance.recorded = work.now;
}

Fingerprint KeyOf(const BlindIndex& index, TenantId tenant, const KnownPoint& point) {
  return index.Of(tenant, WordFor(point.type), point.address.Reveal());
}

absl::Status CheckPointOf(const DebtorRecord& record, const std::optional<ContactPointId>& point) {
  if (!point.has_value()) return absl::OkStatus();
  return FindPart(record.points, *point, Reason::kContactPointNotFound).status();
}

absl::Status CheckDebtsOf(Work& work, DebtorId debtor, std::span<const DebtId> debts) {
  if (debts.empty()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LedgerHead> known,
                          work.store.debts().FindLedgersOf(debtor, {}));
  const bool all = std::all_of(debts.begin(), debts.end(), [&](DebtId debt) {
    return std::any_of(known.begin(), known.end(),
                       [&](const LedgerHead& head) { return head.debt.id == debt; });
  });
  return all ? absl::OkStatus() : Refuse(Reason::kDebtNotFound);
}

void Touch(Work& work, const Debtor& debtor) {
  Debtor touched = debtor;
  touched.revision = work.NextRevision(debtor.id);
  touched.record_revision = touched.revision;
  touched.updated_time = work.now;
  work.store.debtors().Replace(touched);
}

void TellRecord(Work& work, Ids& ids, DebtorId debtor, EventType type, const Uuid& subject) {
  Event event;
  event.id = EventId(ids.Next());
  event.type = type;
  event.debtor = debtor;
  event.subject = subject;
  event.occurred_time = work.now;
  work.store.outbox().Append(event);
}

}  // namespace parley
