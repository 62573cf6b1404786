// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_INBOUND_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_INBOUND_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes what came in: each '?' stands for the next array of the rows of
// inbound_records.h. What was received never changes, but that the desk lets go (8) what is a
// debtor's by now.
inline constexpr std::string_view kInboundChanges = R"sql(
changed_inbound as (
  update inbound i set hearing = u.hearing, state = u.state, matched_by = u.matched_by,
    contact_point_id = u.contact_point_id, debts = u.debts::uuid[], in_reply_to = u.in_reply_to,
    suspends_until = instant(u.suspends_until), triaged_by = u.triaged_by,
    triaged_time = instant(u.triaged_time), answer_id = u.answer_id, ended_by = u.ended_by,
    ended_time = instant(u.ended_time), claimed_for = u.claimed_for,
    content = case when u.state = 8 then '' else i.content end, revision = u.revision,
    updated_time = instant(u.updated_time), breached = u.breached <> 0
  from (
    select u.*, found.place
    from unnest(?::uuid[], ?::uuid[], ?::bytea[], ?::smallint[], ?::smallint[], ?::uuid[],
      ?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::bigint[], ?::uuid[], ?::text[],
      ?::bigint[], ?::uuid[], ?::bigint[], ?::bigint[], ?::smallint[])
      as u(debtor_id, communication_id, hearing, state, matched_by, contact_point_id, debts,
        in_reply_to, suspends_until, triaged_by, triaged_time, answer_id, ended_by, ended_time,
        claimed_for, revision, updated_time, breached),
      lateral (
        select i.ctid as place from inbound i
        where i.tenant_id = $1::uuid and i.debtor_id = u.debtor_id
          and i.communication_id = u.communication_id and i.revision < u.revision offset 0
      ) as found
    limit (select 1000000)
  ) as u
  where i.tenant_id = $1::uuid and i.ctid = u.place
  returning 1
))sql";

inline constexpr std::string_view kNewInbound = R"sql(
insert into inbound (tenant_id, debtor_id, communication_id, channel, received_time, content,
  hearing, state, matched_by, contact_point_id, debts, in_reply_to, suspends_until, triaged_by,
  triaged_time, answer_id, ended_by, ended_time, claimed_for, actor, revision, created_time,
  updated_time, breached)
select $1::uuid, u.debtor_id, u.communication_id, u.channel, instant(u.received_time), u.content,
  u.hearing, u.state, u.matched_by, u.contact_point_id, u.debts::uuid[], u.in_reply_to,
  instant(u.suspends_until), u.triaged_by, instant(u.triaged_time), u.answer_id, u.ended_by,
  instant(u.ended_time), u.claimed_for, u.actor, u.revision, instant(u.created_time),
  instant(u.updated_time), u.breached <> 0
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::bigint[], ?::bytea[], ?::bytea[],
  ?::smallint[], ?::smallint[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[],
  ?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[],
  ?::bigint[], ?::smallint[])
  as u(debtor_id, communication_id, channel, received_time, content, hearing, state, matched_by,
    contact_point_id, debts, in_reply_to, suspends_until, triaged_by, triaged_time, answer_id,
    ended_by, ended_time, claimed_for, actor, revision, created_time, updated_time,
    breached))sql";

inline constexpr std::string_view kInboundReferences = R"sql(
insert into inbound_references (tenant_id, reference, debtor_id, communication_id)
select $1::uuid, u.reference, u.debtor_id, u.communication_id
from unnest(?::bytea[], ?::uuid[], ?::uuid[])
  as u(reference, debtor_id, communication_id))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_INBOUND_SQL_H_
