-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:interest_due from pg
BEGIN;
SET LOCAL search_path = parley;

CREATE INDEX debts_posted_through_idx ON debts (tenant_id, posted_through)
  WHERE interest_posting = 1;
DROP INDEX debts_due_idx;

COMMIT;
