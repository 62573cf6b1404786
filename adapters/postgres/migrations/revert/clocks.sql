-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:clocks from pg
-- It fails, and changes nothing, where anything runs for a person or was told to have run out.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE work_items, inbound, record_parts IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM work_items WHERE breached) OR EXISTS (SELECT FROM inbound WHERE breached)
    OR EXISTS (SELECT FROM record_parts WHERE due IS NOT NULL) THEN
    RAISE EXCEPTION 'what runs out, and was told to have, would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 25;

DROP INDEX record_parts_clock_idx;
ALTER TABLE record_parts DROP COLUMN due;
DROP INDEX inbound_clock_idx;
ALTER TABLE inbound DROP COLUMN breached;
DROP INDEX work_items_clock_idx;
REVOKE UPDATE (priority) ON work_items FROM parley_app;
ALTER TABLE work_items DROP COLUMN breached;
DROP FUNCTION utc_day;

COMMIT;
