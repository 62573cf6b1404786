-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:clocks from pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

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
