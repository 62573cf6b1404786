// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_MESSAGES_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_MESSAGES_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes messages and templates: each '?' stands for the next array of the rows of
// message_records.h. A message's lease is written by who has it, or taken off by anybody; its words
// stay where none are given.
inline constexpr std::string_view kMessageChanges = R"sql(
changed_messages as (
  update messages g set state = u.state, end_reason = u.end_reason,
    was_handed_over = u.was_handed_over = 1, was_released = u.was_released = 1,
    not_before = instant(u.not_before), attempts = u.attempts, lease_token = u.lease_token,
    lease_until = case when u.lease_token is null then null else g.lease_until end,
    words = coalesce(u.words, g.words), provider = u.provider,
    provider_reference = u.provider_reference, provider_code = u.provider_code,
    revision = u.revision, updated_time = instant(u.updated_time)
  from (
    select u.*, found.place
    from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[],
      ?::bigint[], ?::integer[], ?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::text[],
      ?::bigint[], ?::bigint[])
      as u(debtor_id, communication_id, state, end_reason, was_handed_over, was_released,
        not_before, attempts, lease_token, words, provider, provider_reference, provider_code,
        revision, updated_time),
      lateral (
        select g.ctid as place from messages g
        where g.tenant_id = $1::uuid and g.debtor_id = u.debtor_id
          and g.communication_id = u.communication_id and g.revision < u.revision
          and (u.lease_token is null or g.lease_token = u.lease_token) offset 0
      ) as found
    limit (select 1000000)
  ) as u
  where g.tenant_id = $1::uuid and g.ctid = u.place
  returning 1
))sql";

inline constexpr std::string_view kNewMessages = R"sql(
insert into messages (tenant_id, debtor_id, communication_id, channel, purpose, contact_point_id,
  occasion, template_key, given, asked_by, any_channel, follows_id, state, end_reason,
  was_handed_over, was_released, not_before, expire_time, attempts, provider, provider_reference,
  provider_code, revision, created_time, updated_time)
select $1::uuid, u.debtor_id, u.communication_id, u.channel, u.purpose, u.contact_point_id,
  u.occasion, u.template_key, u.given, u.asked_by, u.any_channel = 1, u.follows_id, 1, 0,
  false, false, instant(u.not_before), instant(u.expire_time), 0, '', '', '', u.revision,
  instant(u.created_time), instant(u.updated_time)
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::uuid[], ?::text[], ?::text[],
  ?::bytea[], ?::text[], ?::smallint[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[],
  ?::bigint[], ?::bigint[])
  as u(debtor_id, communication_id, channel, purpose, contact_point_id, occasion, template_key,
    given, asked_by, any_channel, follows_id, not_before, expire_time, revision, created_time,
    updated_time))sql";

inline constexpr std::string_view kReleasedTexts = R"sql(
insert into released_texts (tenant_id, debtor_id, text_digest, actor, reason, released_time)
select $1::uuid, u.debtor_id, u.text_digest, u.actor, u.reason, instant(u.released_time)
from unnest(?::uuid[], ?::bytea[], ?::text[], ?::text[], ?::bigint[])
  as u(debtor_id, text_digest, actor, reason, released_time)
on conflict on constraint released_texts_pkey do nothing)sql";

// The first array counts the rows that must be found.
inline constexpr std::string_view kTemplateChanges = R"sql(
changed_templates as (
  update message_templates t set content = u.content::jsonb, state = u.state,
    acts = u.acts::jsonb, changes = t.changes + 1
  from unnest(?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::integer[], ?::text[],
    ?::smallint[], ?::text[])
    as u(desk_id, template_key, language, channel, version, content, state, acts)
  where t.tenant_id = $1::uuid and t.template_key = u.template_key and t.language = u.language
    and t.channel = u.channel and t.version = u.version
  returning 1
))sql";

inline constexpr std::string_view kNewTemplates = R"sql(
insert into message_templates (tenant_id, template_key, language, channel, version, content,
  state, acts)
select $1::uuid, u.template_key, u.language, u.channel, u.version, u.content::jsonb, u.state,
  u.acts::jsonb
from unnest(?::text[], ?::text[], ?::smallint[], ?::integer[], ?::text[], ?::smallint[],
  ?::text[])
  as u(template_key, language, channel, version, content, state, acts))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_MESSAGES_SQL_H_
