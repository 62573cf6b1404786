// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_STATEMENTS_H_
#define PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_STATEMENTS_H_

#include <array>

namespace parley::bench {

struct FloorStatement {
  const char* name;
  const char* sql;
};

// The rows that the product reads and writes, in the order of its tables' columns.
inline constexpr std::array kFloorStatements = {
    FloorStatement{"begin", "begin"},
    FloorStatement{"commit", "commit"},
    FloorStatement{"lock", R"sql(
select revision, audit_number
from parley.debtors where tenant_id = $1 and debtor_id = $2 for no key update)sql"},
    FloorStatement{"debt", R"sql(
select creditor_id, external_ref, currency::text, status, status_reason, owed_principal,
  owed_interest, owed_fees, owed_costs, owed_penalty, credit, itemisation_kind,
  itemisation_date::text, origin, agreement_reference, co_debtors, revision, created_time,
  updated_time, entry_count, written_off, recovered, allocation_order, interest_rule,
  interest_version, interest_basis, interest_day_count, interest_base, interest_posting,
  interest_from, interest_rates_from, interest_rates, interest_cap, interest_monthly_minimum,
  freezes_from, freezes_to, base_since, accrued_common, accrued_leap, posted_through,
  interest_posted, wrapped
from parley.debts join parley.data_keys using (tenant_id, debtor_id)
where tenant_id = $1 and debtor_id = $2 and debt_id = $3)sql"},
    FloorStatement{"journal", R"sql(
select entry_id, value_date::text, kind, reason, accounts, amounts, interest, number, external_ref,
  booked_time, amount, bucket, allocation_order, actor, linked, content, fee, quote
from parley.entries where tenant_id = $1 and debtor_id = $2 and debt_id = $3
order by number)sql"},
    FloorStatement{"contact_debtor", R"sql(
select wrapped, display_name, birth_date, time_zone, kind, external_refs, language, region,
  revision, record_revision, created_time, updated_time
from parley.debtors join parley.data_keys using (tenant_id, debtor_id)
where tenant_id = $1 and debtor_id = $2)sql"},
    FloorStatement{"contact_facts", R"sql(
select kind, fact_id, content from parley.record_facts
where tenant_id = $1 and debtor_id = $2 order by kind, fact_id)sql"},
    FloorStatement{"contact_parts", R"sql(
select kind, part_id, content from parley.record_parts
where tenant_id = $1 and debtor_id = $2 order by kind, part_id)sql"},
    FloorStatement{"contact_barred", R"sql(
select digest, cause, since from parley.barred_addresses
where tenant_id = $1 and debtor_id = $2)sql"},
    FloorStatement{"contact_holds", R"sql(
select hold_id, debt_id, type, state, disputed_amount, disputed_currency, from_date, until_date,
  review_date, source, evidence, reason, end_reason, actor, revision, created_time, updated_time
from parley.holds where tenant_id = $1 and debtor_id = $2 order by hold_id)sql"},
    FloorStatement{"contact_debts", R"sql(
select debt_id, agreement_reference, creditor_id, external_ref, currency::text, status,
  status_reason, owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit,
  itemisation_kind, itemisation_date, origin, co_debtors, revision, created_time, updated_time,
  entry_count, written_off, recovered, allocation_order, interest_rule, interest_version,
  interest_basis, interest_day_count, interest_base, interest_posting, interest_from,
  interest_rates_from, interest_rates, interest_cap, interest_monthly_minimum, freezes_from,
  freezes_to, base_since, accrued_common, accrued_leap, posted_through, interest_posted
from parley.debts where tenant_id = $1 and debtor_id = $2 order by debt_id)sql"},
    FloorStatement{"contact_money", R"sql(
select payment_id, amount, expected_date, parts, announced from parley.payments
where tenant_id = $1 and debtor_id = $2 and state = 1)sql"},
    FloorStatement{"contact_history", R"sql(
select channel, dispatch_time, communication_id, purpose, statutory, technology, relation,
  representative_id, contact_point_id, debts, in_reply_to, conversation_id, direction, talked_about,
  state, outcome, call_outcome, verdict_id, actor, note, revision, created_time, updated_time
from parley.communications
where tenant_id = $1 and debtor_id = $2 and state <> 3
  and dispatch_time >= now() - interval '366 days'
order by dispatch_time, communication_id)sql"},
    FloorStatement{"contact_switches", R"sql(
select kill_switch_id, channel, creditor_id from parley.kill_switches where tenant_id = $1)sql"},
    FloorStatement{"contact_edition", R"sql(
select coalesce(max(edition), 0) from parley.rulebooks where tenant_id = $1)sql"},
    FloorStatement{"write_debtor", R"sql(
update parley.debtors set revision = $3, audit_number = $4, audit_mac = $5
where tenant_id = $1 and debtor_id = $2)sql"},
    FloorStatement{"write_debt", R"sql(
update parley.debts set status = $4, owed_principal = $5, owed_interest = $6, owed_fees = $7,
  owed_costs = $8, owed_penalty = $9, credit = $10, last_value_date = $11, entry_count = $12,
  revision = $13, updated_time = $14
where tenant_id = $1 and debtor_id = $2 and debt_id = $3)sql"},
    FloorStatement{"write_entry", R"sql(
insert into parley.entries (tenant_id, debtor_id, debt_id, entry_id, number, external_ref, kind,
  value_date, booked_time, amount, bucket, allocation_order, reason, actor, linked, content,
  accounts, amounts, interest)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, '{3,4,5,2,1}', $11, $12, null, $13, $14, $15,
  null))sql"},
    FloorStatement{"write_event", R"sql(
insert into parley.outbox (tenant_id, debtor_id, revision, sequence, event_id, type, debt_id,
  entry_id, amount, currency, state, occurred_time)
values ($1, $2, $3, 1, $4, 'ledger.payment_posted', $5, $6, $7, $8, $9, $10))sql"},
    FloorStatement{"write_answer", R"sql(
insert into parley.answers (tenant_id, debtor_id, principal, method, request_id, request, answer,
  answered_time)
values ($1, $2, $3, $4, $5, $6, $7, $8))sql"},
    FloorStatement{"write_audit", R"sql(
insert into parley.audit (tenant_id, debtor_id, number, time, actor, action, request_id, revision,
  content, mac)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql"},
};

}  // namespace parley::bench

#endif  // PARLEY_TESTS_BENCHMARKS_RPC_FLOOR_STATEMENTS_H_
