-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:holds on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT close_code, left_date FROM debts WHERE false;
SELECT tenant_id, debtor_id, hold_id, debt_id, type, state, disputed_amount, disputed_currency,
  from_date, until_date, review_date, source, evidence, reason, end_reason, actor, revision,
  created_time, updated_time
FROM holds WHERE false;
SELECT subject_id FROM outbox WHERE false;
SELECT 1 / has_column_privilege('debts', 'left_date', 'UPDATE')::int;
SELECT 1 / (NOT has_column_privilege('holds', 'type', 'UPDATE'))::int;
SELECT 1 / (NOT has_table_privilege('holds', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 6)::int;

ROLLBACK;
