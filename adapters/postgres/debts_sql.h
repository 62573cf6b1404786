// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_DEBTS_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_DEBTS_SQL_H_

#include <string_view>

namespace parley::postgres {

// What units of work and the portfolio both ask: the zone that dates the ledger of a debt `d`, the
// debtor's (`b`) or else the creditor's. OFFSET keeps the look-up by the whole key; as a plain join
// it reads all creditors of the tenant as long as the planner has no statistics of a young table.
inline constexpr std::string_view kZoneColumn =
    R"sql(, coalesce(nullif(b.time_zone, ''), c.time_zone, ''), )sql";
inline constexpr std::string_view kCreditorOfDebt = R"sql(
left join lateral (
  select c.time_zone, c.settings from creditors c
  where c.tenant_id = :tenant and c.creditor_id = d.creditor_id offset 0
) as c on true)sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_DEBTS_SQL_H_
