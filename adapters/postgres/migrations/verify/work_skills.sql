-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:work_skills on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT skill, language, offered_until FROM work_items LIMIT 0;
SELECT 1 / (to_regclass('work_items_next_idx') IS NOT NULL)::int;
SELECT 1 / has_column_privilege('work_items', 'offered_until', 'UPDATE')::int;
SELECT 1 / (schema_version() >= 24)::int;

ROLLBACK;
