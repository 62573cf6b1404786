-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:clocks to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The day of an instant in UTC, so that an index may hold it.
CREATE FUNCTION utc_day(instant timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (instant AT TIME ZONE 'UTC')::date;

-- That a day or an instant went by is told once: what was told has its mark, and is looked for no
-- more.
ALTER TABLE work_items ADD COLUMN breached boolean NOT NULL DEFAULT false;
GRANT UPDATE (priority, breached) ON work_items TO parley_app;
CREATE INDEX work_items_clock_idx ON work_items (tenant_id, due, debtor_id, work_item_id)
  WHERE state IN ('OPEN', 'CLAIMED') AND NOT breached AND due IS NOT NULL;

ALTER TABLE inbound ADD COLUMN breached boolean NOT NULL DEFAULT false;
GRANT UPDATE (breached) ON inbound TO parley_app;
CREATE INDEX inbound_clock_idx
  ON inbound (tenant_id, utc_day(suspends_until), debtor_id, communication_id)
  WHERE state IN (1, 2, 3, 4) AND NOT breached;

-- By when we owe the person something for a dispute or a complaint; empty when nothing is owed, or
-- it was told that the day went by. The rest of a part is sealed, so that those that are kept
-- already have none until they change next.
ALTER TABLE record_parts ADD COLUMN due date;
GRANT UPDATE (due) ON record_parts TO parley_app;
CREATE INDEX record_parts_clock_idx ON record_parts (tenant_id, due, debtor_id, part_id)
  WHERE due IS NOT NULL;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 26;

COMMIT;
