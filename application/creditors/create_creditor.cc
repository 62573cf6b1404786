// SPDX-License-Identifier: Apache-2.0
#include "application/creditors/create_creditor.h"

#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> CreateCreditor::Handle(const Call& call, const Command& command,
                                              Encode<Creditor> encode) const {
  const CreditorId id = command.id.value_or(CreditorId(ids_.Next()));
  const auto decide = [&](Work& work) -> absl::StatusOr<Creditor> {
    const Creditor creditor{.id = id,
                            .code = command.code,
                            .display_name = command.display_name,
                            .time_zone = command.time_zone,
                            .language = command.language,
                            .settings = command.settings,
                            .revision = work.NextRevision(kDesk),
                            .created_time = work.now,
                            .updated_time = work.now};
    Violations violations;
    CheckCreditor(creditor, "creditor", violations);
    CheckTimeZone(zones_, creditor.time_zone, "creditor.time_zone", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    work.store.creditors().Add(creditor);
    return creditor;
  };
  return mutations_.Run<Creditor>(call, kDesk, decide, encode);
}

}  // namespace parley
