-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:settings from pg
-- It fails, and changes nothing, where creditors set something, or fees were charged.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE creditors, debts, entries IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM creditors WHERE settings <> '{}')
    OR EXISTS (SELECT FROM debts WHERE order_level <> 1 OR interest_level <> 1)
    OR EXISTS (SELECT FROM entries WHERE fee IS NOT NULL) THEN
    RAISE EXCEPTION 'settings of creditors, or how fees came about, would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 6;

DROP INDEX entries_fee_cause_key;
ALTER TABLE entries
  DROP CONSTRAINT entries_fee_check,
  DROP COLUMN fee;
ALTER TABLE debts
  DROP COLUMN interest_level,
  DROP COLUMN order_level;
ALTER TABLE creditors DROP COLUMN settings;

DROP DOMAIN fee_detail;
DROP DOMAIN setting_level;
DROP DOMAIN settings;

COMMIT;
