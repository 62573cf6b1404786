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
