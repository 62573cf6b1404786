// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/debtors.h"

#include "adapters/postgres/directory_sql.h"
#include "adapters/postgres/found_rows.h"
#include "domain/common/reason.h"

namespace parley::postgres {

absl::StatusOr<Debtor> PostgresDebtors::Find(DebtorId id) {
  OneRow<Debtor> debtor(Reason::kDebtorNotFound);
  return debtor.After(session_.Select(
      kGetDebtor, {{"tenant", records_.tenant.ToString()}, {"debtor", id.ToString()}},
      [&](RowReader& row) { return debtor.Take(ReadDebtor(records_, row)); }));
}

}  // namespace parley::postgres
