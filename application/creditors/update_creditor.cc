// SPDX-License-Identifier: Apache-2.0
#include "application/creditors/update_creditor.h"

#include "application/etag.h"
#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Answer> UpdateCreditor::Handle(const Call& call, const Command& command,
                                              Encode<Creditor> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Creditor> {
    PARLEY_ASSIGN_OR_RETURN(Creditor creditor, work.store.creditors().Find(command.id));
    const std::int64_t revision = creditor.revision;
    creditor.display_name = command.display_name.value_or(creditor.display_name);
    creditor.time_zone = command.time_zone.value_or(creditor.time_zone);
    creditor.language = command.language.value_or(creditor.language);
    creditor.settings = command.settings.value_or(creditor.settings);
    creditor.revision = work.NextRevision(kDesk);
    creditor.updated_time = work.now;
    Violations violations;
    CheckCreditor(creditor, "creditor", violations);
    CheckTimeZone(zones_, creditor.time_zone, "creditor.time_zone", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, revision));
    work.store.creditors().Replace(creditor);
    return creditor;
  };
  return mutations_.Run<Creditor>(call, kDesk, decide, encode);
}

}  // namespace parley
