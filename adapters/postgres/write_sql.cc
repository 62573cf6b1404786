// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/write_sql.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/communications_sql.h"
#include "adapters/postgres/conversations_sql.h"
#include "adapters/postgres/inbound_sql.h"
#include "adapters/postgres/ledger_columns.h"
#include "adapters/postgres/messages_sql.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/standing_sql.h"
#include "adapters/postgres/work_sql.h"
#include "adapters/postgres/write_cases_sql.h"
#include "adapters/postgres/write_person_sql.h"
#include "adapters/postgres/write_trail_sql.h"

namespace parley::postgres {
namespace {

// Each '?' stands for the next array of the set's rows. With a name it is a part of a statement
// that must find as many rows as were given; without one it is a statement.
struct Part {
  std::string_view sql;
  std::string_view name;
  std::string_view for_one = sql;  // What is turned into a statement for one row.
};

constexpr std::string_view kTenant = R"sql(
known_tenant as (
  select 1
  from unnest(?::uuid[]) as u(tenant_id)
  join tenants t on t.tenant_id = $1::uuid and t.tenant_id = u.tenant_id
))sql";

constexpr std::string_view kNewCreditors = R"sql(
insert into creditors (tenant_id, creditor_id, code, display_name, time_zone, language, settings,
  revision, created_time, updated_time)
select $1::uuid, u.creditor_id, u.code, u.display_name, u.time_zone, u.language,
  u.settings::jsonb, u.revision, instant(u.created_time), instant(u.updated_time)
from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
    ?::bigint[], ?::bigint[])
  as u(creditor_id, code, display_name, time_zone, language, settings, revision, created_time,
    updated_time))sql";

constexpr std::string_view kCreditorChanges = R"sql(
changed_creditors as (
  update creditors c set display_name = u.display_name, time_zone = u.time_zone,
    language = u.language, settings = u.settings::jsonb, revision = u.revision,
    updated_time = instant(u.updated_time)
  from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
    as u(creditor_id, display_name, time_zone, language, settings, revision, updated_time)
  where c.tenant_id = $1::uuid and c.creditor_id = u.creditor_id and c.revision < u.revision
  returning 1
))sql";

constexpr std::string_view kNewDebtors = R"sql(
with new_debtor as materialized (
  select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::text[],
    ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
    as u(debtor_id, revision, record_revision, audit_number, audit_mac, kind, external_refs,
      display_name, birth_date, language, region, time_zone, created_time, updated_time)
), new_debtors as (
  insert into debtors (tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac,
    kind, external_refs, display_name, birth_date, language, region, time_zone, created_time,
    updated_time)
  select $1::uuid, u.debtor_id, u.revision, u.record_revision, u.audit_number, u.audit_mac, u.kind,
    u.external_refs::text[], u.display_name, u.birth_date, u.language, u.region, u.time_zone,
    instant(u.created_time), instant(u.updated_time)
  from new_debtor u
)
insert into debtor_references (tenant_id, external_ref, debtor_id)
select $1::uuid, r.external_ref, u.debtor_id
from new_debtor u, unnest(u.external_refs::text[]) as r(external_ref))sql";

constexpr std::string_view kDebtorChanges = R"sql(
changed_debtor as materialized (
  select u.*, found.place, found.external_refs as refs_before
  from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::text[],
    ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[])
    as u(debtor_id, revision, record_revision, audit_number, audit_mac, kind, external_refs,
      display_name, birth_date, language, region, time_zone, updated_time),
    lateral (
      select b.ctid as place, b.external_refs from debtors b
      where b.tenant_id = $1::uuid and b.debtor_id = u.debtor_id
        and b.record_revision < u.record_revision offset 0
    ) as found
  limit (select 1000000)
), changed_debtors as (
  update debtors b set revision = u.revision, record_revision = u.record_revision,
    audit_number = u.audit_number, audit_mac = u.audit_mac, kind = u.kind,
    external_refs = u.external_refs::text[], display_name = u.display_name,
    birth_date = u.birth_date, language = u.language, region = u.region, time_zone = u.time_zone,
    updated_time = instant(u.updated_time)
  from changed_debtor u
  where b.tenant_id = $1::uuid and b.ctid = u.place
  returning 1
), dropped_debtor_references as (
  delete from debtor_references r
  using (
    select found.place
    from changed_debtor u, unnest(u.refs_before) as gone(external_ref), lateral (
      select r.ctid as place from debtor_references r
      where r.tenant_id = $1::uuid and r.external_ref = gone.external_ref
        and r.debtor_id = u.debtor_id offset 0
    ) as found
    where gone.external_ref <> all(u.external_refs::text[])
    limit (select 1000000)
  ) as dropped
  where r.tenant_id = $1::uuid and r.ctid = dropped.place
), added_debtor_references as (
  insert into debtor_references (tenant_id, external_ref, debtor_id)
  select $1::uuid, r.external_ref, u.debtor_id
  from changed_debtor u, unnest(u.external_refs::text[]) as r(external_ref)
  where r.external_ref <> all(u.refs_before)
))sql";

constexpr std::string_view kNewKeys = R"sql(
insert into data_keys (tenant_id, debtor_id, wrapped)
select $1::uuid, u.debtor_id, u.wrapped
from unnest(?::uuid[], ?::bytea[]) as u(debtor_id, wrapped))sql";

// Nothing in the place of the key tells it from one that never was.
constexpr std::string_view kDestroyedKeys = R"sql(
insert into data_keys (tenant_id, debtor_id, wrapped)
select $1::uuid, u.debtor_id, ''
from unnest(?::uuid[]) as u(debtor_id)
on conflict (tenant_id, debtor_id) do update set wrapped = '')sql";

// What every posting changes.
constexpr std::string_view kSetHeads = R"sql(
changed_heads as (
  update debtors t set revision = u.revision, audit_number = u.audit_number,
    audit_mac = u.audit_mac
  )sql";
constexpr std::string_view kHeadRows = R"sql(
    unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bytea[])
      as u(debtor_id, revision, audit_number, audit_mac))sql";
constexpr std::string_view kHeadPlace = R"sql(,
      lateral (select t.ctid as place from debtors t where )sql";
constexpr std::string_view kHeadKey = "t.tenant_id = $1::uuid and t.debtor_id = u.debtor_id";
constexpr std::string_view kHeads =
    kJoined<kSetHeads, kFencedFrom, kHeadRows, kHeadPlace, kHeadKey, kFencedEnd>;
constexpr std::string_view kHead =
    kJoined<kSetHeads, kPlainFrom, kHeadRows, kPlainWhere, kHeadKey, kPlainEnd>;

constexpr std::string_view kSetStatus = R"sql(
changed_debts as (
  update debts t set (status, status_reason, close_code, left_date, revision, updated_time,
    )sql";
constexpr std::string_view kToValues = R"sql()
    = row(u.status, u.status_reason, u.close_code, u.left_date, u.revision,
      instant(u.updated_time), )sql";
constexpr std::string_view kSetEnd = R"sql()
  )sql";
constexpr std::string_view kSetDebts =
    kJoined<kSetStatus, kLedgerColumns, kToValues, kLedgerValues, kSetEnd>;
constexpr std::string_view kDebtArrays = R"sql(
    unnest(?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::smallint[], ?::date[], )sql";
constexpr std::string_view kDebtNames = R"sql(, ?::bigint[], ?::bigint[])
      as u(debtor_id, debt_id, status, status_reason, close_code, left_date, )sql";
constexpr std::string_view kDebtRowsEnd = R"sql(, revision, updated_time))sql";
constexpr std::string_view kDebtRows =
    kJoined<kDebtArrays, kLedgerArrays, kDebtNames, kLedgerColumns, kDebtRowsEnd>;
constexpr std::string_view kDebtPlace = R"sql(,
      lateral (select t.ctid as place from debts t where )sql";
constexpr std::string_view kDebtKey = R"sql(
    t.tenant_id = $1::uuid and t.debtor_id = u.debtor_id and t.debt_id = u.debt_id
      and t.revision < u.revision)sql";
constexpr std::string_view kDebtChanges =
    kJoined<kSetDebts, kFencedFrom, kDebtRows, kDebtPlace, kDebtKey, kFencedEnd>;
constexpr std::string_view kDebtChange =
    kJoined<kSetDebts, kPlainFrom, kDebtRows, kPlainWhere, kDebtKey, kPlainEnd>;

constexpr std::string_view kStandings =
    kJoined<kSetStandings, kFencedFrom, kStandingRows, kDebtPlace, kDebtKey, kFencedEnd>;
constexpr std::string_view kStanding =
    kJoined<kSetStandings, kPlainFrom, kStandingRows, kPlainWhere, kDebtKey, kPlainEnd>;

constexpr std::string_view kCreditorsOfDebts = R"sql(
known_creditors as (
  select 1
  from unnest(?::uuid[]) as u(creditor_id), lateral (
    select from creditors c
    where c.tenant_id = $1::uuid and c.creditor_id = u.creditor_id offset 0
  ) as found
))sql";

constexpr std::string_view kNewDebtArrays = R"sql(
with new_debt as materialized (
  select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[],
    ?::bytea[], ?::smallint[], ?::date[], )sql";
constexpr std::string_view kNewDebtNames = R"sql(,
    ?::smallint[], ?::date[], ?::text[], ?::bytea[], ?::text[], ?::bytea[], ?::bigint[],
    ?::bigint[], ?::bigint[])
    as u(debtor_id, debt_id, creditor_id, external_ref, currency, status, status_reason,
      close_code, left_date, )sql";
constexpr std::string_view kInsertDebts = R"sql(,
      itemisation_kind, itemisation_date, origin, agreement_reference, co_debtors, content,
      revision, created_time, updated_time)
), new_debts as (
  insert into debts (tenant_id, debtor_id, debt_id, creditor_id, external_ref, currency, status,
    status_reason, close_code, left_date, itemisation_kind, itemisation_date, origin,
    agreement_reference, co_debtors, content, revision, created_time, updated_time, )sql";
constexpr std::string_view kSelectDebts = R"sql()
  select $1::uuid, u.debtor_id, u.debt_id, u.creditor_id, u.external_ref, u.currency, u.status,
    u.status_reason, u.close_code, u.left_date, u.itemisation_kind, u.itemisation_date,
    u.origin::jsonb,
    u.agreement_reference, u.co_debtors::jsonb, u.content, u.revision, instant(u.created_time),
    instant(u.updated_time), )sql";
constexpr std::string_view kInsertReferences = R"sql(
  from new_debt u
)
insert into debt_references (tenant_id, external_ref, creditor_id, debtor_id, debt_id)
select $1::uuid, u.external_ref, u.creditor_id, u.debtor_id, u.debt_id
from new_debt u)sql";
constexpr std::string_view kNewDebts =
    kJoined<kNewDebtArrays, kLedgerArrays, kNewDebtNames, kLedgerColumns, kInsertDebts,
            kLedgerColumns, kSelectDebts, kLedgerValues, kInsertReferences>;

constexpr std::string_view kEntries = R"sql(
insert into entries (tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind,
  value_date, booked_time, amount, bucket, allocation_order, reason, actor, linked, content,
  accounts, amounts, interest, fee, quote)
select $1::uuid, u.debtor_id, u.entry_id, u.debt_id, u.number, u.external_ref, u.kind,
  u.value_date, instant(u.booked_time), u.amount, u.bucket, u.allocation_order::smallint[],
  u.reason, u.actor, u.linked, u.content, u.accounts::smallint[], u.amounts::bigint[],
  u.interest::jsonb, u.fee::jsonb, u.quote
from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::smallint[], ?::date[],
  ?::bigint[], ?::bigint[], ?::smallint[], ?::text[], ?::bytea[], ?::text[], ?::uuid[],
  ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
  as u(debtor_id, entry_id, debt_id, number, external_ref, kind, value_date, booked_time, amount,
    bucket, allocation_order, reason, actor, linked, content, accounts, amounts, interest,
    fee, quote))sql";

// Numbers are given before locks: an event bears the highest that any of its debtor's events had.
constexpr std::string_view kEvents = R"sql(
insert into outbox (tenant_id, debtor_id, revision, sequence, event_id, type, debt_id, entry_id,
  subject_id, amount, currency, state, occurred_time, xid)
select $1::uuid, u.debtor_id, u.revision, u.sequence, u.event_id, u.type, u.debt_id, u.entry_id,
  u.subject_id, u.amount, u.currency, u.state, instant(u.occurred_time),
  greatest(pg_current_xact_id(), (select o.xid from outbox o where o.tenant_id = $1::uuid
    and o.debtor_id = u.debtor_id order by o.revision desc, o.sequence desc limit 1))
from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
  ?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bigint[]) as u(debtor_id, revision, sequence,
    event_id, type, debt_id, entry_id, subject_id, amount, currency, state, occurred_time))sql";

// In the order of the enum.
constexpr std::array<Part, kWrites> kParts = {{
    {kNewCreditors, ""},
    {kNewDebtors, ""},
    {kTenant, "known_tenant"},
    {kCreditorChanges, "changed_creditors"},
    {kDebtorChanges, "changed_debtors"},
    {kHeads, "changed_heads", kHead},
    {kCreditorsOfDebts, "known_creditors"},
    {kDebtChanges, "changed_debts", kDebtChange},
    {kStandings, "changed_standings", kStanding},
    {kPaymentChanges, "changed_payments"},
    {kWorkItemChanges, "changed_work_items"},
    {kHoldChanges, "changed_holds"},
    {kPartChanges, "changed_parts"},
    {kCommunicationChanges, "changed_communications"},
    {kMessageChanges, "changed_messages"},
    {kInboundChanges, "changed_inbound"},
    {kConversationChanges, "changed_conversations"},
    {kTemplateChanges, "changed_templates"},
    {kRetriedLetters, "retried_letters"},
    {kDroppedLetters, "dropped_letters"},
    {kNewKeys, ""},
    {kDestroyedKeys, ""},
    {kNewFacts, ""},
    {kNewParts, ""},
    {kLinkedPoints, ""},
    {kUnlinkedPoints, ""},
    {kBarredAddresses, ""},
    {kNewDebts, ""},
    {kNewHolds, ""},
    {kNewNotices, ""},
    {kEntries, ""},
    {kNewPayments, ""},
    {kNewWorkItems, ""},
    {kNewVerdicts, ""},
    {kNewCommunications, ""},
    {kNewMessages, ""},
    {kReleasedTexts, ""},
    {kNewInbound, ""},
    {kInboundReferences, ""},
    {kNewConversations, ""},
    {kConversationLinks, ""},
    {kConversationNotes, ""},
    {kNewTemplates, ""},
    {kKillSwitches, ""},
    {kKillSwitchReleases, ""},
    {kRulebooks, ""},
    {kEvents, ""},
    {kAnswers, ""},
    {kAuditRows, ""},
}};

// How many rows each set of a statement has, as far as it makes another text.
enum class HowMany : char { kNone = '0', kOne = '1', kMany = 'n' };
using Shape = std::array<HowMany, kWrites>;

HowMany HowManyOf(const WriteArrays& rows) {
  if (rows.empty()) return HowMany::kNone;
  return rows.size() == 1 ? HowMany::kOne : HowMany::kMany;
}

// A row's arrays need no function to be read: unnest(?::uuid[], ?::text[]) becomes
// (select (?::uuid[])[1], (?::text[])[1]). Each array that is unnested costs a tuple store.
std::string ForOneRow(std::string_view part) {
  constexpr std::string_view kUnnest = "unnest(?";
  const std::size_t begin = part.find(kUnnest);
  const std::size_t first = begin + kUnnest.size() - 1;
  const std::size_t end = part.find(')', first);
  std::string sql(part.substr(0, begin));
  sql += "(select (";
  for (const char c : part.substr(first, end - first)) {
    sql += c == ',' ? ")[1], (" : std::string(1, c);
  }
  sql += ")[1]";
  sql += part.substr(end);
  return sql;
}

// Appends the part with its parameters numbered from `next` on.
void AppendNumbered(std::string& sql, std::string_view part, int& next) {
  for (const char c : part) {
    if (c == '?') {
      absl::StrAppend(&sql, "$", next++);
    } else {
      sql += c;
    }
  }
}

// "write_00000101n0000".
std::string NameOf(const Shape& shape) {
  std::string name = "write_";
  for (const HowMany how_many : shape) name += static_cast<char>(how_many);
  return name;
}

std::string SqlOf(const Shape& shape) {
  std::string sql;
  std::string checks;
  int next = 2;
  for (std::size_t at = 0; at < kWrites; ++at) {
    if (shape.at(at) == HowMany::kNone) continue;
    const Part& part = kParts.at(at);
    if (!part.name.empty()) {
      absl::StrAppend(&sql, sql.empty() ? "with" : ",");
      absl::StrAppend(&checks, checks.empty() ? " select " : ", ",
                      "expect_rows((select count(*) from ", std::string(part.name),
                      "), cardinality($", next, "::uuid[]))");
    }
    const bool one = shape.at(at) == HowMany::kOne;
    AppendNumbered(sql, one ? ForOneRow(part.for_one) : part.sql, next);
  }
  return sql + checks;
}

// The sets from `begin` up to `end`, by one statement.
void AddStatement(Pipeline& pipeline, TenantId tenant, WriteRows& rows, std::size_t begin,
                  std::size_t end) {
  Shape shape;
  shape.fill(HowMany::kNone);
  std::vector<Parameter> parameters = {tenant.ToString()};
  for (std::size_t at = begin; at < end; ++at) {
    shape.at(at) = HowManyOf(rows.at(at));
    for (Parameter& column : std::move(rows.at(at)).Take()) {
      parameters.push_back(std::move(column));
    }
  }
  if (parameters.size() == 1) return;
  pipeline.Add(
      NameOf(shape), [&shape] { return SqlOf(shape); }, std::move(parameters));
}

}  // namespace

void AddWrites(Pipeline& pipeline, TenantId tenant, WriteRows rows) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < kWrites; at = end) {
    end = at + 1;
    while (end < kWrites && !kParts.at(at).name.empty() && !kParts.at(end).name.empty()) ++end;
    AddStatement(pipeline, tenant, rows, at, end);
  }
}

}  // namespace parley::postgres
