-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:settings to pg
-- A column whose domain has a check would have its table written anew when it is added. So domains
-- get their checks last, which only reads the tables.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN settings AS jsonb;
CREATE DOMAIN setting_level AS smallint;
CREATE DOMAIN fee_detail AS jsonb;

-- What a creditor sets for its debts; what it leaves out is the system's.
ALTER TABLE creditors ADD COLUMN settings settings NOT NULL DEFAULT '{}';
GRANT UPDATE (settings) ON creditors TO parley_app;

-- Where a debt's order of money and its terms of interest were made: before there were settings, by
-- the system.
ALTER TABLE debts
  ADD COLUMN order_level setting_level NOT NULL DEFAULT 1,
  ADD COLUMN interest_level setting_level NOT NULL DEFAULT 1;
GRANT UPDATE (order_level, interest_level) ON debts TO parley_app;

-- How a fee came about; what reverses a fee tells it too. A debt is charged once for one cause.
ALTER TABLE entries
  ADD COLUMN fee fee_detail,
  ADD CONSTRAINT entries_fee_check
    CHECK (CASE kind WHEN 10 THEN fee IS NOT NULL WHEN 5 THEN true ELSE fee IS NULL END);
CREATE UNIQUE INDEX entries_fee_cause_key
  ON entries (tenant_id, debtor_id, debt_id, (fee ->> 'cause_ref')) WHERE kind = 10;

ALTER DOMAIN settings ADD CHECK (jsonb_typeof(VALUE) = 'object');
ALTER DOMAIN setting_level ADD CHECK (VALUE BETWEEN 1 AND 3);
ALTER DOMAIN fee_detail ADD CHECK (
  VALUE IS NULL
  OR (jsonb_typeof(VALUE -> 'rule') = 'string' AND VALUE ->> 'cause_ref' <> '') IS TRUE);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 7;

COMMIT;
