-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:wishes to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Parts of a record are also wishes to be called (10) and reflections (11).
ALTER DOMAIN part_kind DROP CONSTRAINT part_kind_check;
ALTER DOMAIN part_kind ADD CONSTRAINT part_kind_check CHECK (VALUE BETWEEN 1 AND 11);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 25;

COMMIT;
