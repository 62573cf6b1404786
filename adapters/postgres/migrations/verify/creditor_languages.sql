-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:creditor_languages on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT language FROM creditors WHERE false;
SELECT 1 / has_column_privilege('creditors', 'language', 'UPDATE')::int;
SELECT 1 / (schema_version() >= 19)::int;

ROLLBACK;
