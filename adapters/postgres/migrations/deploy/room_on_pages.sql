-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:room_on_pages to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- At a month's end every debt that bears interest changes, and so does its debtor. A row whose page
-- has room for its next version, and of which no indexed column changes, needs no new entry in any
-- index: so half of each page is left free, and debts whose interest is due are found by the order
-- of their ids. What lies on full pages already finds room there once they have changed.
DROP INDEX debts_posted_through_idx;
ALTER TABLE debts SET (fillfactor = 50);
ALTER TABLE debtors SET (fillfactor = 50);

COMMIT;
