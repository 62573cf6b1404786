-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:people on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, kind, fact_id, content, revision FROM record_facts WHERE false;
SELECT tenant_id, debtor_id, kind, part_id, content, revision FROM record_parts WHERE false;
SELECT tenant_id, digest, debtor_id, contact_point_id FROM contact_index WHERE false;
SELECT tenant_id, debtor_id, digest, cause, since FROM barred_addresses WHERE false;
SELECT 1 / (NOT has_table_privilege('record_facts', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / has_column_privilege('record_parts', 'content', 'UPDATE')::int;
SELECT 1 / (NOT has_table_privilege('record_parts', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('barred_addresses', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 15)::int;

ROLLBACK;
