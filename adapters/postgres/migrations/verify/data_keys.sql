-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:data_keys on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, wrapped FROM data_keys WHERE false;
SELECT 1 / has_column_privilege('data_keys', 'wrapped', 'UPDATE')::int;
SELECT 1 / (NOT has_table_privilege('data_keys', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 11)::int;

ROLLBACK;
