-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:empty_reversals on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT '{}'::posting_accounts, '{}'::posting_amounts, '{5,-5}'::posting_amounts;
SELECT 1 / (schema_version() >= 3)::int;

ROLLBACK;
