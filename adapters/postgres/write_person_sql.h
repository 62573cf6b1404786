// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_PERSON_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_PERSON_SQL_H_

#include <string_view>

namespace parley::postgres {

// How the records of people are written, and what finds them.

inline constexpr std::string_view kNewFacts = R"sql(
insert into record_facts (tenant_id, debtor_id, kind, fact_id, content, revision)
select $1::uuid, u.debtor_id, u.kind, u.fact_id, u.content, u.revision
from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bigint[])
  as u(debtor_id, kind, fact_id, content, revision))sql";

inline constexpr std::string_view kNewParts = R"sql(
insert into record_parts (tenant_id, debtor_id, kind, part_id, content, revision, due)
select $1::uuid, u.debtor_id, u.kind, u.part_id, u.content, u.revision, u.due
from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bigint[], ?::date[])
  as u(debtor_id, kind, part_id, content, revision, due))sql";

inline constexpr std::string_view kPartChanges = R"sql(
changed_parts as (
  update record_parts p set content = u.content, revision = u.revision, due = u.due
  from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bigint[], ?::date[])
    as u(debtor_id, kind, part_id, content, revision, due)
  where p.tenant_id = $1::uuid and p.debtor_id = u.debtor_id and p.kind = u.kind
    and p.part_id = u.part_id and p.revision < u.revision
  returning 1
))sql";

inline constexpr std::string_view kLinkedPoints = R"sql(
insert into contact_index (tenant_id, digest, debtor_id, contact_point_id)
select $1::uuid, u.digest, u.debtor_id, u.contact_point_id
from unnest(?::uuid[], ?::uuid[], ?::bytea[]) as u(debtor_id, contact_point_id, digest))sql";

// Without a contact point: all of a debtor's.
inline constexpr std::string_view kUnlinkedPoints = R"sql(
delete from contact_index i
using (
  select found.place
  from unnest(?::uuid[], ?::uuid[]) as u(debtor_id, contact_point_id), lateral (
    select i.ctid as place, i.contact_point_id from contact_index i
    where i.tenant_id = $1::uuid and i.debtor_id = u.debtor_id offset 0
  ) as found
  where found.contact_point_id = coalesce(u.contact_point_id, found.contact_point_id)
  limit (select 1000000)
) as unlinked
where i.tenant_id = $1::uuid and i.ctid = unlinked.place)sql";

inline constexpr std::string_view kBarredAddresses = R"sql(
insert into barred_addresses (tenant_id, debtor_id, digest, cause, since)
select $1::uuid, u.debtor_id, u.digest, u.cause, instant(u.since)
from unnest(?::uuid[], ?::bytea[], ?::smallint[], ?::bigint[])
  as u(debtor_id, digest, cause, since)
on conflict (tenant_id, debtor_id, digest, cause) do nothing)sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_PERSON_SQL_H_
