// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/show_right_party.h"

#include <vector>

#include "application/debtors/record_parts.h"
#include "application/ports/debts.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// What of the record somebody can tell to show that it is theirs.
absl::StatusOr<IdentityRecord> IdentityOf(Work& work, const DebtorRecord& record) {
  IdentityRecord identity;
  identity.birth_date = record.debtor.birth_date;
  for (const KnownPoint& point : record.points) {
    const bool own = !point.representative.has_value() && IsTheirs(point);
    if (own && !point.postal_code.Reveal().empty()) {
      identity.postal_codes.push_back(point.postal_code);
    }
  }
  identity.references = record.debtor.external_refs;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LedgerHead> ledgers,
                          work.store.debts().FindLedgersOf(record.debtor.id, {}));
  for (const LedgerHead& ledger : ledgers) {
    identity.references.push_back(ledger.debt.external_ref);
  }
  return identity;
}

}  // namespace

absl::StatusOr<Answer> ShowRightParty::Handle(const Call& call, const Command& command,
                                              Encode<Result> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Result> {
    PARLEY_ASSIGN_OR_RETURN(DebtorRecord record, FindKeptRecord(work, command.debtor));
    PARLEY_RETURN_IF_ERROR(CheckPointOf(record, command.point));
    PARLEY_ASSIGN_OR_RETURN(const IdentityRecord identity, IdentityOf(work, record));
    PARLEY_ASSIGN_OR_RETURN(
        const VerificationTry attempt,
        VerifyRightParty(record.verifications, command.answers, identity,
                         {work.now, false, command.point, work.call.principal}));
    work.store.person_records().Append(command.debtor, attempt);
    record.verifications.push_back(attempt);
    return Result{attempt, TriesLeft(record.verifications, work.now)};
  };
  return mutations_.Run<Result>(call, command.debtor, decide, encode);
}

}  // namespace parley
