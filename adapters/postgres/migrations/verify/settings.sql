-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:settings on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT settings FROM creditors WHERE false;
SELECT order_level, interest_level FROM debts WHERE false;
SELECT fee FROM entries WHERE false;
SELECT 1 / has_column_privilege('creditors', 'settings', 'UPDATE')::int;
SELECT 1 / has_column_privilege('debts', 'order_level', 'UPDATE')::int;
SELECT 1 / (NOT has_table_privilege('entries', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 7)::int;

ROLLBACK;
