// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_CASES_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_CASES_SQL_H_

#include <string_view>

namespace parley::postgres {

// How what happens around a ledger is written: payments, holds, work items,
// kill switches, dead letters.

inline constexpr std::string_view kPaymentChanges = R"sql(
changed_payments as (
  update payments p set state = u.state, amount = u.amount, value_date = u.value_date,
    parts = u.parts::jsonb, returned_date = u.returned_date, return_reason = u.return_reason,
    claimed_for = u.claimed_for, revision = u.revision, updated_time = instant(u.updated_time),
    landed_time = instant(u.landed_time)
  from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::bigint[], ?::date[], ?::text[], ?::date[],
    ?::bytea[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[])
    as u(debtor_id, payment_id, state, amount, value_date, parts, returned_date, return_reason,
      claimed_for, revision, updated_time, landed_time)
  where p.tenant_id = $1::uuid and p.debtor_id = u.debtor_id and p.payment_id = u.payment_id
    and p.revision < u.revision
  returning 1
))sql";

inline constexpr std::string_view kNewPayments = R"sql(
insert into payments (tenant_id, debtor_id, payment_id, state, amount, value_date, parts,
  returned_date, return_reason, claimed_for, revision, updated_time, landed_time, external_ref,
  currency, expected_date, method, note, instructions, strategy, allocation_order, actor, content,
  created_time, announced)
select $1::uuid, u.debtor_id, u.payment_id, u.state, u.amount, u.value_date, u.parts::jsonb,
  u.returned_date, u.return_reason, u.claimed_for, u.revision, instant(u.updated_time),
  instant(u.landed_time), u.external_ref, u.currency, u.expected_date, u.method, u.note,
  u.instructions::jsonb, u.strategy, u.allocation_order::smallint[], u.actor, u.content,
  instant(u.created_time), u.announced::jsonb
from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::bigint[], ?::date[], ?::text[], ?::date[],
  ?::bytea[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::date[],
  ?::bytea[], ?::bytea[], ?::text[], ?::smallint[], ?::text[], ?::text[], ?::bytea[], ?::bigint[],
  ?::text[])
  as u(debtor_id, payment_id, state, amount, value_date, parts, returned_date, return_reason,
    claimed_for, revision, updated_time, landed_time, external_ref, currency, expected_date,
    method, note, instructions, strategy, allocation_order, actor, content, created_time,
    announced))sql";

inline constexpr std::string_view kHoldChanges = R"sql(
changed_holds as (
  update holds h set state = u.state, until_date = u.until_date, review_date = u.review_date,
    evidence = u.evidence, end_reason = u.end_reason, revision = u.revision,
    updated_time = instant(u.updated_time)
  from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::date[], ?::date[], ?::smallint[], ?::bytea[],
    ?::bigint[], ?::bigint[])
    as u(debtor_id, hold_id, state, until_date, review_date, evidence, end_reason, revision,
      updated_time)
  where h.tenant_id = $1::uuid and h.debtor_id = u.debtor_id and h.hold_id = u.hold_id
    and h.revision < u.revision
  returning 1
))sql";

inline constexpr std::string_view kNewNotices = R"sql(
insert into notices (tenant_id, debtor_id, notice_id, debt_id, given_date, effective_date, before,
  after, actor, created_time)
select $1::uuid, u.debtor_id, u.notice_id, u.debt_id, u.given_date, u.effective_date,
  u.before::jsonb, u.after::jsonb, u.actor, instant(u.created_time)
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[],
  ?::bigint[])
  as u(debtor_id, notice_id, debt_id, given_date, effective_date, before, after, actor,
    created_time))sql";

inline constexpr std::string_view kNewHolds = R"sql(
insert into holds (tenant_id, debtor_id, hold_id, debt_id, type, state, disputed_amount,
  disputed_currency, from_date, until_date, review_date, source, evidence, reason, end_reason,
  actor, revision, created_time, updated_time)
select $1::uuid, u.debtor_id, u.hold_id, u.debt_id, u.type, u.state, u.disputed_amount,
  u.disputed_currency, u.from_date, u.until_date, u.review_date, u.source, u.evidence, u.reason,
  u.end_reason, u.actor, u.revision, instant(u.created_time), instant(u.updated_time)
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::smallint[], ?::smallint[], ?::bigint[],
  ?::text[], ?::date[], ?::date[], ?::date[], ?::bytea[], ?::smallint[], ?::bytea[], ?::bytea[],
  ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
  as u(debtor_id, hold_id, debt_id, type, state, disputed_amount, disputed_currency, from_date,
    until_date, review_date, source, evidence, reason, end_reason, actor, revision, created_time,
    updated_time))sql";

inline constexpr std::string_view kKillSwitches = R"sql(
insert into kill_switches (tenant_id, kill_switch_id, channel, creditor_id, template_id, cadence_id,
  reason, actor, engaged_time)
select $1::uuid, u.kill_switch_id, u.channel, u.creditor_id, u.template_id, u.cadence_id, u.reason,
  u.actor, instant(u.engaged_time)
from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
  ?::bigint[])
  as u(kill_switch_id, channel, creditor_id, template_id, cadence_id, reason, actor,
    engaged_time))sql";

inline constexpr std::string_view kKillSwitchReleases = R"sql(
insert into kill_switch_releases (tenant_id, kill_switch_id, reason, actor, released_time,
  from_time, per_hour, persons, until_time)
select $1::uuid, u.kill_switch_id, u.reason, u.actor, instant(u.released_time),
  instant(u.from_time), u.per_hour, u.persons, instant(u.until_time)
from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
  ?::bigint[])
  as u(kill_switch_id, reason, actor, released_time, from_time, per_hour, persons,
    until_time))sql";

inline constexpr std::string_view kRulebooks = R"sql(
insert into rulebooks (tenant_id, edition, rulebook_id, version, content, actor, published_time)
select $1::uuid, u.edition, u.rulebook_id, u.version, u.content, u.actor, instant(u.published_time)
from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
  as u(edition, rulebook_id, version, content, actor, published_time))sql";

inline constexpr std::string_view kRetriedLetters = R"sql(
retried_letters as (
  update dead_letters d set retry_asked = true
  from unnest(?::uuid[]) as u(event_id)
  where d.tenant_id = $1::uuid and d.event_id = u.event_id
  returning 1
))sql";

inline constexpr std::string_view kDroppedLetters = R"sql(
dropped_letters as (
  delete from dead_letters d
  using unnest(?::uuid[]) as u(event_id)
  where d.tenant_id = $1::uuid and d.event_id = u.event_id
  returning 1
))sql";

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_CASES_SQL_H_
