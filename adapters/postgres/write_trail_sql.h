// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_TRAIL_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_TRAIL_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes the answers that were given and the rows of the audit trail: each '?' stands
// for the next array.
inline constexpr std::string_view kAnswers = R"sql(
insert into answers (tenant_id, principal, method, request_id, debtor_id, request, answer,
  answered_time)
select $1::uuid, u.principal, u.method, u.request_id, u.debtor_id, u.request, u.answer,
  instant(u.answered_time)
from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bigint[])
  as u(principal, method, request_id, debtor_id, request, answer, answered_time))sql";

inline constexpr std::string_view kAuditRows = R"sql(
insert into audit (tenant_id, debtor_id, number, time, actor, action, request_id, revision,
  content, mac)
select $1::uuid, u.debtor_id, u.number, instant(u.time), u.actor, u.action, u.request_id,
  u.revision, u.content, u.mac
from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::bigint[],
  ?::bytea[], ?::bytea[])
  as u(debtor_id, number, time, actor, action, request_id, revision, content, mac))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_TRAIL_SQL_H_
