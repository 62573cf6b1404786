-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:interest_due on pg
BEGIN;
SET LOCAL search_path = parley;

SELECT 1 / (to_regclass('debts_due_idx') IS NOT NULL)::int;
SELECT 1 / (to_regclass('debts_posted_through_idx') IS NULL)::int;

ROLLBACK;
