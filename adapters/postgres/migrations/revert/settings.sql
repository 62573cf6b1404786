-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:settings from pg
BEGIN;
SET LOCAL search_path = parley;

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
