-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:room_on_pages on pg
BEGIN;
SET LOCAL search_path = parley;

SELECT 1 / (to_regclass('debts_posted_through_idx') IS NULL)::int;
SELECT 1 / (count(*) = 2)::int FROM pg_class
WHERE oid IN ('debts'::regclass, 'debtors'::regclass) AND 'fillfactor=50' = ANY (reloptions);

ROLLBACK;
