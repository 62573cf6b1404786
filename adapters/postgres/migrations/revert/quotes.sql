-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:quotes from pg
-- It fails, and changes nothing, where a quote was given.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE debts, entries IN ACCESS EXCLUSIVE MODE;
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM debts WHERE payoff_quotes <> '[]') THEN
    RAISE EXCEPTION 'quotes that were given would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 7;

ALTER TABLE entries DROP COLUMN quote;
ALTER TABLE debts DROP COLUMN payoff_quotes;
DROP DOMAIN payoff_quotes;

COMMIT;
