// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_DIRECTORY_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_DIRECTORY_SQL_H_

#include <string_view>

#include "adapters/postgres/prepared_statement.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/sql_text.h"

namespace parley::postgres {

// What units of work and the directory both ask.

inline constexpr std::string_view kSelect = "select ";

inline constexpr std::string_view kOfDebtor = R"sql(
from debtors b
where b.tenant_id = :tenant and b.debtor_id = :debtor and b.kind <> 'DESK')sql";
inline constexpr Query kGetDebtor{kJoined<kSelect, kDebtorColumns, kOfDebtor>, kDebtorWidth};

inline constexpr std::string_view kOfCreditor = R"sql(
from creditors c
where c.tenant_id = :tenant and c.creditor_id = :creditor)sql";
inline constexpr Query kGetCreditor{kJoined<kSelect, kCreditorColumns, kOfCreditor>,
                                    kCreditorWidth};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_DIRECTORY_SQL_H_
