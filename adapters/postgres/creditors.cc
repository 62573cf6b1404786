// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/creditors.h"

#include "adapters/postgres/directory_sql.h"
#include "adapters/postgres/found_rows.h"
#include "domain/common/reason.h"

namespace parley::postgres {

absl::StatusOr<Creditor> PostgresCreditors::Find(CreditorId id) {
  OneRow<Creditor> creditor(Reason::kCreditorNotFound);
  return creditor.After(session_.Select(
      kGetCreditor, {{"tenant", records_.tenant.ToString()}, {"creditor", id.ToString()}},
      [&](RowReader& row) { return creditor.Take(ReadCreditor(row)); }));
}

}  // namespace parley::postgres
