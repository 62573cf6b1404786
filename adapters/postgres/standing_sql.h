// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_STANDING_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_STANDING_SQL_H_

#include <string_view>

namespace parley::postgres {

// Changes of rows that are many. One row is found by parameters. Of many, each is found by its
// whole key and changed at its place: OFFSET keeps that look-up whole, and a LIMIT that the planner
// cannot read makes the places look few. A plain join of many reads every row of the tenant as long
// as a young table has no statistics.
inline constexpr std::string_view kFencedFrom = "from (select u.*, found.place from ";
inline constexpr std::string_view kFencedEnd = R"sql( offset 0) as found
    limit (select 1000000)) as u
  where t.tenant_id = $1::uuid and t.ctid = u.place
  returning 1
))sql";
inline constexpr std::string_view kPlainFrom = "from ";
inline constexpr std::string_view kPlainWhere = " where ";
inline constexpr std::string_view kPlainEnd = " returning 1)";

// What postings change of a debt, and not the rules by which they do: those are most of its row.
inline constexpr std::string_view kSetStandings = R"sql(
changed_standings as (
  update debts t set status = u.status, owed_principal = u.owed_principal,
    owed_interest = u.owed_interest, owed_fees = u.owed_fees, owed_costs = u.owed_costs,
    owed_penalty = u.owed_penalty, credit = u.credit, written_off = u.written_off,
    recovered = u.recovered, base_since = u.base_since, accrued_common = u.accrued_common,
    accrued_leap = u.accrued_leap, posted_through = u.posted_through,
    interest_posted = u.interest_posted, last_value_date = u.last_value_date,
    entry_count = u.entry_count, revision = u.revision, updated_time = instant(u.updated_time)
  )sql";
inline constexpr std::string_view kStandingRows = R"sql(
    unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
      ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::date[], ?::numeric[], ?::numeric[],
      ?::date[], ?::bigint[], ?::date[], ?::bigint[], ?::bigint[], ?::bigint[])
      as u(debtor_id, debt_id, status, owed_principal, owed_interest, owed_fees, owed_costs,
        owed_penalty, credit, written_off, recovered, base_since, accrued_common, accrued_leap,
        posted_through, interest_posted, last_value_date, entry_count, revision,
        updated_time))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_STANDING_SQL_H_
