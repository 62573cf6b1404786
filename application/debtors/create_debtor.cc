// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/create_debtor.h"

#include "application/local_day.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {

Debtor MakeDebtor(DebtorId id, const DebtorDetails& record, absl::Time now) {
  return {.id = id,
          .kind = record.kind,
          .external_refs = record.external_refs,
          .display_name = record.display_name,
          .birth_date = record.birth_date,
          .language = record.language,
          .region = record.region,
          .time_zone = record.time_zone,
          .revision = 1,
          .record_revision = 1,
          .created_time = now,
          .updated_time = now};
}

absl::StatusOr<Answer> CreateDebtor::Handle(const Call& call, const Command& command,
                                            Encode<Debtor> encode) const {
  const DebtorId id = command.id.value_or(DebtorId(ids_.Next()));
  const auto decide = [&](Work& work) -> absl::StatusOr<Debtor> {
    const Debtor debtor = MakeDebtor(id, command.record, work.now);
    Violations violations;
    if (id == kDesk) violations.Add("debtor_id", Fault::kOutOfRange);
    CheckDebtor(debtor, "debtor", violations);
    CheckTimeZone(zones_, debtor.time_zone, "debtor.time_zone", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    if (work.store.Head(id).revision != 0) return Refuse(Reason::kDebtorAlreadyExists);
    work.store.debtors().Add(debtor);
    return debtor;
  };
  return mutations_.Run<Debtor>(call, id, decide, encode);
}

}  // namespace parley
