// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/update_debtor.h"

#include "application/debtors/record_parts.h"
#include "application/etag.h"
#include "application/local_day.h"
#include "application/worklist/items.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

void Apply(const UpdateDebtor::Command& command, Debtor& debtor) {
  debtor.kind = command.kind.value_or(debtor.kind);
  debtor.external_refs = command.external_refs.value_or(debtor.external_refs);
  debtor.display_name = command.display_name.value_or(debtor.display_name);
  debtor.birth_date = command.birth_date.value_or(debtor.birth_date);
  debtor.language = command.language.value_or(debtor.language);
  debtor.region = command.region.value_or(debtor.region);
  debtor.time_zone = command.time_zone.value_or(debtor.time_zone);
}

}  // namespace

absl::StatusOr<Answer> UpdateDebtor::Handle(const Call& call, const Command& command,
                                            Encode<Debtor> encode) const {
  const auto decide = [&](Work& work) -> absl::StatusOr<Debtor> {
    PARLEY_ASSIGN_OR_RETURN(Debtor debtor, FindKeptDebtor(work, command.id));
    const std::int64_t revision = debtor.record_revision;
    Apply(command, debtor);
    debtor.revision = work.NextRevision(debtor.id);
    debtor.record_revision = debtor.revision;
    debtor.updated_time = work.now;
    Violations violations;
    CheckDebtor(debtor, "debtor", violations);
    CheckTimeZone(zones_, debtor.time_zone, "debtor.time_zone", violations);
    PARLEY_RETURN_IF_ERROR(violations.ToStatus());
    PARLEY_RETURN_IF_ERROR(CheckEtag(command.etag, revision));
    work.store.debtors().Replace(debtor);
    PARLEY_RETURN_IF_ERROR(DoInLanguageOf(work, debtor));
    return debtor;
  };
  return mutations_.Run<Debtor>(call, command.id, decide, encode);
}

}  // namespace parley
