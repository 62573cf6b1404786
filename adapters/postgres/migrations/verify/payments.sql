-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:payments on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, payment_id, external_ref, state, amount, currency, expected_date,
  value_date, method, note, instructions, strategy, allocation_order, parts, announced,
  landed_time, returned_date, return_reason, claimed_for, actor, content, revision, created_time,
  updated_time
FROM payments WHERE false;
SELECT 1 / (NOT has_table_privilege('payments', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_column_privilege('payments', 'external_ref', 'UPDATE'))::int;
SELECT 1 / (schema_version() >= 4)::int;

ROLLBACK;
