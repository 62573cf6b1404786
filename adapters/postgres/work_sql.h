// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WORK_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WORK_SQL_H_

#include <string_view>

namespace parley::postgres {

// How write_sql writes work items: each '?' stands for the next array of the rows of
// work_records.h. Each is found by its key as it is when it is written: an offer, which holds no
// debtor's lock, may put a row elsewhere meanwhile.
inline constexpr std::string_view kWorkItemChanges = R"sql(
changed_work_items as (
  update work_items t set state = u.state, claimed_by = u.claimed_by, ended_by = u.ended_by,
    outcome = u.outcome, entry_id = u.entry_id, revision = u.revision,
    updated_time = instant(u.updated_time), language = u.language, priority = u.priority,
    breached = u.breached <> 0
  from (
    select u.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[],
      ?::uuid[], ?::bigint[], ?::bigint[], ?::text[], ?::smallint[], ?::smallint[])
      as u(debtor_id, work_item_id, state, claimed_by, ended_by, outcome, entry_id, revision,
        updated_time, language, priority, breached)
    limit (select 1000000)
  ) as u
  where t.tenant_id = $1::uuid and t.debtor_id = u.debtor_id and t.work_item_id = u.work_item_id
    and t.revision < u.revision
  returning 1
))sql";

inline constexpr std::string_view kNewWorkItems = R"sql(
insert into work_items (tenant_id, debtor_id, work_item_id, debt_id, kind, state, priority, due,
  act, act_amount, act_currency, act_bucket, act_value_date, act_external_ref, act_hold_id,
  act_choice, act_content, reason, asked_by, claimed_by, ended_by, outcome, entry_id, revision,
  created_time, updated_time, skill, language, breached)
select $1::uuid, u.debtor_id, u.work_item_id, u.debt_id, u.kind, u.state, u.priority, u.due, u.act,
  u.act_amount, u.act_currency, u.act_bucket, u.act_value_date, u.act_external_ref, u.act_hold_id,
  u.act_choice, u.act_content, u.reason, u.asked_by, u.claimed_by, u.ended_by, u.outcome,
  u.entry_id, u.revision, instant(u.created_time), instant(u.updated_time), u.skill, u.language,
  u.breached <> 0
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::smallint[], ?::date[],
  ?::smallint[], ?::bigint[], ?::text[], ?::smallint[], ?::date[], ?::text[], ?::uuid[], ?::text[],
  ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::uuid[], ?::bigint[],
  ?::bigint[], ?::bigint[], ?::smallint[], ?::text[], ?::smallint[])
  as u(debtor_id, work_item_id, debt_id, kind, state, priority, due, act, act_amount, act_currency,
    act_bucket, act_value_date, act_external_ref, act_hold_id, act_choice, act_content, reason,
    asked_by, claimed_by, ended_by, outcome, entry_id, revision, created_time, updated_time, skill,
    language, breached))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WORK_SQL_H_
