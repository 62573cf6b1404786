-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:quotes to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The quotes that were given of what pays a debt off, in that order. Whatever is posted to the debt
-- is judged by them, so that they are kept where it is read.
CREATE DOMAIN payoff_quotes AS jsonb;
ALTER TABLE debts ADD COLUMN payoff_quotes payoff_quotes NOT NULL DEFAULT '[]';
ALTER DOMAIN payoff_quotes ADD CHECK ((jsonb_typeof(VALUE) = 'array') IS TRUE);
GRANT UPDATE (payoff_quotes) ON debts TO parley_app;

-- What a quote lets go is a waiver (7) that names it.
ALTER TABLE entries
  ADD COLUMN quote uuid,
  ADD CONSTRAINT entries_quote_check CHECK (quote IS NULL OR kind = 7);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 8;

COMMIT;
