// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes conversations: each '?' stands for the next array of the rows of
// conversation_records.h. OFFSET keeps each look-up by its whole key.
inline constexpr std::string_view kConversationChanges = R"sql(
changed_conversations as (
  update conversations v set state = u.state, debts = u.debts::uuid[],
    assigned_to = u.assigned_to, language = u.language, snoozed_until = instant(u.snoozed_until),
    reason = u.reason, changed_by = u.changed_by, last_in_id = u.last_in_id,
    last_in_channel = u.last_in_channel, last_in_time = instant(u.last_in_time),
    last_out_id = u.last_out_id, last_out_channel = u.last_out_channel,
    last_out_time = instant(u.last_out_time), read_by_person = u.read_by_person,
    read_by_team = u.read_by_team, revision = u.revision,
    updated_time = instant(u.updated_time)
  from (
    select u.*, found.place
    from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[],
      ?::bigint[], ?::bytea[], ?::text[], ?::uuid[], ?::smallint[], ?::bigint[], ?::uuid[],
      ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
      as u(debtor_id, conversation_id, state, debts, assigned_to, language, snoozed_until, reason,
        changed_by, last_in_id, last_in_channel, last_in_time, last_out_id, last_out_channel,
        last_out_time, read_by_person, read_by_team, revision, updated_time),
      lateral (
        select v.ctid as place from conversations v
        where v.tenant_id = $1::uuid and v.debtor_id = u.debtor_id
          and v.conversation_id = u.conversation_id and v.revision < u.revision offset 0
      ) as found
    limit (select 1000000)
  ) as u
  where v.tenant_id = $1::uuid and v.ctid = u.place
  returning 1
))sql";

inline constexpr std::string_view kNewConversations = R"sql(
insert into conversations (tenant_id, debtor_id, conversation_id, state, debts, assigned_to,
  language, snoozed_until, reason, changed_by, last_in_id, last_in_channel, last_in_time,
  last_out_id, last_out_channel, last_out_time, read_by_person, read_by_team, revision,
  updated_time, created_time)
select $1::uuid, u.debtor_id, u.conversation_id, u.state, u.debts::uuid[], u.assigned_to,
  u.language, instant(u.snoozed_until), u.reason, u.changed_by, u.last_in_id, u.last_in_channel,
  instant(u.last_in_time), u.last_out_id, u.last_out_channel, instant(u.last_out_time),
  u.read_by_person, u.read_by_team, u.revision, instant(u.updated_time), instant(u.created_time)
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::bigint[],
  ?::bytea[], ?::text[], ?::uuid[], ?::smallint[], ?::bigint[], ?::uuid[], ?::smallint[],
  ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
  as u(debtor_id, conversation_id, state, debts, assigned_to, language, snoozed_until, reason,
    changed_by, last_in_id, last_in_channel, last_in_time, last_out_id, last_out_channel,
    last_out_time, read_by_person, read_by_team, revision, updated_time, created_time))sql";

inline constexpr std::string_view kConversationLinks = R"sql(
insert into conversation_links (tenant_id, debtor_id, communication_id, conversation_id, direction,
  channel, spoken_time, line)
select $1::uuid, u.debtor_id, u.communication_id, u.conversation_id, u.direction, u.channel,
  instant(u.spoken_time), u.line
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::bigint[], ?::bigint[])
  as u(debtor_id, communication_id, conversation_id, direction, channel, spoken_time, line))sql";

inline constexpr std::string_view kConversationNotes = R"sql(
insert into conversation_notes (tenant_id, debtor_id, note_id, conversation_id, author, body,
  created_time)
select $1::uuid, u.debtor_id, u.note_id, u.conversation_id, u.author, u.body,
  instant(u.created_time)
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::bigint[])
  as u(debtor_id, note_id, conversation_id, author, body, created_time))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONVERSATIONS_SQL_H_
