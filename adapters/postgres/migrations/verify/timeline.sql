-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:timeline on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT 1 / (to_regclass('audit_revision_idx') IS NOT NULL)::int;
SELECT 1 / (NOT has_table_privilege('outbox', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('audit', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 23)::int;

ROLLBACK;
