-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:people from pg
-- It fails, and changes nothing, where anything is kept of somebody's record.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE record_facts, record_parts, contact_index, barred_addresses IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM record_facts) OR EXISTS (SELECT FROM record_parts)
    OR EXISTS (SELECT FROM barred_addresses) THEN
    RAISE EXCEPTION 'the records of people would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 14;

DROP TABLE barred_addresses;
DROP TABLE contact_index;
DROP TABLE record_parts;
DROP TABLE record_facts;
DROP DOMAIN suppression_cause;
DROP DOMAIN part_kind;
DROP DOMAIN fact_kind;

COMMIT;
