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

-- People are asked to answer what a debtor raised.
ALTER DOMAIN work_kind DROP CONSTRAINT work_kind_check;
ALTER DOMAIN work_kind ADD CONSTRAINT work_kind_check
  CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD', 'CONTACT_UNCLEAR',
    'MESSAGE_UNKNOWN', 'MESSAGE_FAILED', 'DISPUTE', 'COMPLAINT', 'CALLBACK'));

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 20;

COMMIT;
