-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:rulebooks on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, edition, rulebook_id, version, content, actor, published_time
FROM rulebooks WHERE false;
SELECT 1 / (NOT has_table_privilege('rulebooks', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 13)::int;

ROLLBACK;
