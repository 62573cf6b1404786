-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:inbound from pg
-- It fails, and changes nothing, where something came in, or work of the new kinds waits.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE inbound, inbound_references, work_items IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM inbound)
    OR EXISTS (SELECT FROM work_items WHERE kind IN ('CRISIS', 'INBOUND_ANSWER',
      'INBOUND_UNMATCHED', 'REVIEW')) THEN
    RAISE EXCEPTION 'what people sent us would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 20;

ALTER DOMAIN work_kind DROP CONSTRAINT work_kind_check;
ALTER DOMAIN work_kind ADD CONSTRAINT work_kind_check
  CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD', 'CONTACT_UNCLEAR',
    'MESSAGE_UNKNOWN', 'MESSAGE_FAILED', 'DISPUTE', 'COMPLAINT', 'CALLBACK'));

DROP TABLE inbound_references;
DROP TABLE inbound;
DROP DOMAIN inbound_state, inbound_match;

COMMIT;
