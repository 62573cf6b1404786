-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:approvals_as_asked on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT 1 / count(*)
FROM information_schema.columns
WHERE table_schema = 'parley' AND table_name = 'payments' AND column_name = 'method'
  AND data_type = 'bytea';
SELECT 1 / (schema_version() >= 10)::int;

ROLLBACK;
