-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:notices from pg
-- It fails, and changes nothing, where a notice was given.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE notices IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM notices) THEN
    RAISE EXCEPTION 'notices that were given would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 8;

DROP TABLE notices;
DROP DOMAIN debt_terms;

COMMIT;
