-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:cases to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Parts of a record, all that they say sealed, are also circumstances (6), promises (7), disputes
-- (8) and complaints (9).
ALTER DOMAIN part_kind DROP CONSTRAINT part_kind_check;
ALTER DOMAIN part_kind ADD CONSTRAINT part_kind_check CHECK (VALUE BETWEEN 1 AND 9);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 21;

COMMIT;
