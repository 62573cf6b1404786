-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:interest_due to pg
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Finds the debts for which a month's interest is still to be posted, page after page: those that
-- are owed and ours to collect, in the order in which a page goes on after the one before.
CREATE INDEX debts_due_idx ON debts (tenant_id, posted_through, debtor_id, debt_id)
  WHERE interest_posting = 1 AND status IN ('ACTIVE', 'ON_PLAN', 'AWAITING_DECISION');
DROP INDEX debts_posted_through_idx;

COMMIT;
