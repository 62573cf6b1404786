-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:quotes on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT payoff_quotes FROM debts WHERE false;
SELECT quote FROM entries WHERE false;
SELECT 1 / has_column_privilege('debts', 'payoff_quotes', 'UPDATE')::int;
SELECT 1 / (schema_version() >= 8)::int;

ROLLBACK;
