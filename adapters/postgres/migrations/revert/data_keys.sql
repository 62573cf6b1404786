-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:data_keys from pg
-- It fails, and changes nothing, where a key was made.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE data_keys IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM data_keys) THEN
    RAISE EXCEPTION 'what is sealed under the keys would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 10;

DROP TABLE data_keys;

COMMIT;
