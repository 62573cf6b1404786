-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:notices to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN debt_terms AS jsonb CHECK ((jsonb_typeof(VALUE -> 'order') = 'array') IS TRUE);

-- A change of a debt's order of money or of its terms of interest, as the debtor is told it: both
-- before and after. A change that costs nobody more may be backdated.
CREATE TABLE notices (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  debt_id uuid NOT NULL,
  given_date date NOT NULL,
  effective_date date NOT NULL,
  before debt_terms NOT NULL,
  after debt_terms NOT NULL,
  actor text NOT NULL,
  created_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, notice_id),
  FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES debts
);
CREATE INDEX notices_debt_idx ON notices (tenant_id, debtor_id, debt_id);
ALTER TABLE notices ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON notices
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON notices TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 9;

COMMIT;
