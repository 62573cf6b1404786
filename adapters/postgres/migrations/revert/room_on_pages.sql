-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:room_on_pages from pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

ALTER TABLE debtors SET (fillfactor = 80);
ALTER TABLE debts SET (fillfactor = 80);
CREATE INDEX debts_posted_through_idx ON debts (tenant_id, posted_through)
  WHERE interest_posting = 1;

COMMIT;
