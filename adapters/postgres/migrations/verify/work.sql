-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:work on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, work_item_id, debt_id, kind, state, priority, due, act, act_amount,
  act_currency, act_bucket, act_value_date, act_external_ref, act_hold_id, act_choice, act_content,
  reason, asked_by, claimed_by, ended_by, outcome, entry_id, revision, created_time, updated_time
FROM work_items WHERE false;
SELECT 1 / has_column_privilege('work_items', 'state', 'UPDATE')::int;
SELECT 1 / (NOT has_column_privilege('work_items', 'asked_by', 'UPDATE'))::int;
SELECT 1 / (NOT has_table_privilege('work_items', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 5)::int;

ROLLBACK;
