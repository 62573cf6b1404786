-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:wishes from pg
-- It fails, and changes nothing, where anything is kept of wishes to be called or reflections.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE record_parts IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM record_parts WHERE kind > 9) THEN
    RAISE EXCEPTION 'when people want to be called, and what was reflected, would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 24;

ALTER DOMAIN part_kind DROP CONSTRAINT part_kind_check;
ALTER DOMAIN part_kind ADD CONSTRAINT part_kind_check CHECK (VALUE BETWEEN 1 AND 9);

COMMIT;
