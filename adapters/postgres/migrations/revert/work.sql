-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:work from pg
-- It fails, and changes nothing, where something waits or waited for people.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE work_items IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM work_items) THEN
    RAISE EXCEPTION 'what waits for people, and who decided it, would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 4;

DROP TABLE work_items;
DROP DOMAIN act_kind;
DROP DOMAIN work_priority;
DROP DOMAIN work_state;
DROP DOMAIN work_kind;

COMMIT;
