-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:ledger on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, debt_id, creditor_id, external_ref, currency, status, status_reason,
  owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit, itemisation_kind,
  itemisation_date, origin, agreement_reference, co_debtors, last_value_date, entry_count, content,
  revision, created_time, updated_time
FROM debts WHERE false;
SELECT tenant_id, external_ref, creditor_id, debtor_id, debt_id FROM debt_references WHERE false;
SELECT tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind, value_date, booked_time,
  amount, bucket, reason, actor, linked, content, accounts, amounts
FROM entries WHERE false;
SELECT 1 / (NOT has_table_privilege('entries', 'UPDATE, DELETE, TRUNCATE'))::int;

ROLLBACK;
