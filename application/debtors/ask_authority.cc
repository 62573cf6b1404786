// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/ask_authority.h"

#include "application/local_day.h"
#include "domain/common/status_macros.h"

namespace parley {

absl::StatusOr<Authority> AskAuthority::Handle(const Query& query) const {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          directory_.GetRecord(query.tenant, query.debtor));
  for (const DebtId debt : query.debts) {
    PARLEY_RETURN_IF_ERROR(portfolio_.GetDebt(query.tenant, query.debtor, debt).status());
  }
  const absl::Time now = clock_.Now();
  return CheckAuthority(record, query.debts, query.who,
                        {now, LocalDay(zones_, record.debtor.time_zone, now)});
}

}  // namespace parley
