// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes the log of communications: each '?' stands for the next array of the rows of
// communication_records.h. OFFSET keeps each look-up by its whole key.
inline constexpr std::string_view kCommunicationChanges = R"sql(
changed_communications as (
  update communications m set talked_about = u.talked_about::uuid[], state = u.state,
    outcome = u.outcome, call_outcome = u.call_outcome, dispatch_time = instant(u.dispatch_time),
    note = u.note, revision = u.revision, updated_time = instant(u.updated_time)
  from (
    select u.*, found.place
    from unnest(?::uuid[], ?::uuid[], ?::text[], ?::smallint[], ?::smallint[], ?::smallint[],
      ?::bigint[], ?::bytea[], ?::bigint[], ?::bigint[])
      as u(debtor_id, communication_id, talked_about, state, outcome, call_outcome, dispatch_time,
        note, revision, updated_time),
      lateral (
        select m.ctid as place from communications m
        where m.tenant_id = $1::uuid and m.debtor_id = u.debtor_id
          and m.communication_id = u.communication_id and m.revision < u.revision offset 0
      ) as found
    limit (select 1000000)
  ) as u
  where m.tenant_id = $1::uuid and m.ctid = u.place
  returning 1
))sql";

inline constexpr std::string_view kNewVerdicts = R"sql(
insert into verdicts (tenant_id, debtor_id, verdict_id, channel, purpose, statutory, technology,
  relation, representative_id, contact_point_id, debts, in_reply_to, conversation_id,
  communication_id, moment, decision, until_time, answer, actor, judged_time)
select $1::uuid, u.debtor_id, u.verdict_id, u.channel, u.purpose, u.statutory, u.technology,
  u.relation, u.representative_id, u.contact_point_id, u.debts::uuid[], u.in_reply_to,
  u.conversation_id, u.communication_id, u.moment, u.decision, instant(u.until_time),
  u.answer::jsonb, u.actor, instant(u.judged_time)
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[],
  ?::smallint[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::smallint[],
  ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[])
  as u(debtor_id, verdict_id, channel, purpose, statutory, technology, relation, representative_id,
    contact_point_id, debts, in_reply_to, conversation_id, communication_id, moment, decision,
    until_time, answer, actor, judged_time))sql";

inline constexpr std::string_view kNewCommunications = R"sql(
insert into communications (tenant_id, debtor_id, communication_id, channel, purpose, statutory,
  technology, relation, representative_id, contact_point_id, debts, in_reply_to, conversation_id,
  direction, talked_about, state, outcome, call_outcome, dispatch_time, verdict_id, actor, note,
  revision, created_time, updated_time)
select $1::uuid, u.debtor_id, u.communication_id, u.channel, u.purpose, u.statutory, u.technology,
  u.relation, u.representative_id, u.contact_point_id, u.debts::uuid[], u.in_reply_to,
  u.conversation_id, u.direction, u.talked_about::uuid[], u.state, u.outcome, u.call_outcome,
  instant(u.dispatch_time), u.verdict_id, u.actor, u.note, u.revision, instant(u.created_time),
  instant(u.updated_time)
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[],
  ?::smallint[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::smallint[], ?::text[],
  ?::smallint[], ?::smallint[], ?::smallint[], ?::bigint[], ?::uuid[], ?::text[], ?::bytea[],
  ?::bigint[], ?::bigint[], ?::bigint[])
  as u(debtor_id, communication_id, channel, purpose, statutory, technology, relation,
    representative_id, contact_point_id, debts, in_reply_to, conversation_id, direction,
    talked_about, state, outcome, call_outcome, dispatch_time, verdict_id, actor, note, revision,
    created_time, updated_time))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_COMMUNICATIONS_SQL_H_
