-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:holds from pg
-- What was held is forgotten; freezes of interest stay with the debts.
BEGIN;
SET LOCAL search_path = parley;

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
