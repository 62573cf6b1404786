-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:holds from pg
-- It fails, and changes nothing, where a hold is kept, or why a debt left our hands.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE debts, holds, outbox IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM holds) OR EXISTS (SELECT FROM debts WHERE left_date IS NOT NULL)
    OR EXISTS (SELECT FROM outbox WHERE subject_id IS NOT NULL) THEN
    RAISE EXCEPTION 'holds, or why debts left our hands, would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 5;

ALTER TABLE outbox DROP COLUMN subject_id;
DROP TABLE holds;
ALTER TABLE debts
  DROP CONSTRAINT debts_left_check,
  DROP COLUMN left_date,
  DROP COLUMN close_code;
DROP DOMAIN hold_evidence;
DROP DOMAIN hold_state;
DROP DOMAIN hold_type;
DROP DOMAIN close_code;

COMMIT;
