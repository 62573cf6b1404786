// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_OLD_RECORDS_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_OLD_RECORDS_H_

#include "tests/support/application/store_harness.h"
#include "tests/support/postgres/sql_connection.h"

namespace parley {

// Writes records as the first release did, in its own SQL. This never changes, whatever later
// releases write.
void WriteFirstRelease(SqlConnection& sql, TenantId tenant, const OldRecords& records);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_OLD_RECORDS_H_
