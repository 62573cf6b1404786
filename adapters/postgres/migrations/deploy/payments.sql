-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:payments to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN amount_paid AS bigint CHECK (VALUE BETWEEN 1 AND 4000000000000000000);
-- Numbers that are frozen, because they are stored.
CREATE DOMAIN payment_state AS smallint CHECK (VALUE BETWEEN 1 AND 6);
CREATE DOMAIN split_strategy AS smallint CHECK (VALUE BETWEEN 1 AND 2);
CREATE DOMAIN payment_parts AS jsonb CHECK (jsonb_typeof(VALUE) = 'array');

-- Money of one debtor over one debt or several, announced or come in; on the tenant's desk, under
-- the nil debtor, money of which nobody knows yet whose it is. What it does to a balance is in the
-- journals alone: its parts name their entries.
CREATE TABLE payments (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  payment_id uuid NOT NULL,
  external_ref reference NOT NULL,
  state payment_state NOT NULL,
  amount amount_paid NOT NULL,
  currency currency_code NOT NULL,
  expected_date date,
  value_date date,
  method text NOT NULL,
  note bytea NOT NULL,
  instructions payment_parts NOT NULL,
  strategy split_strategy NOT NULL,
  allocation_order bucket_order,
  parts payment_parts NOT NULL,
  announced payment_parts NOT NULL,
  landed_time timestamptz,
  returned_date date,
  return_reason bytea NOT NULL,
  claimed_for uuid,
  actor text NOT NULL,
  content digest NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, payment_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  CONSTRAINT payments_external_ref_key UNIQUE (tenant_id, debtor_id, external_ref),
  -- Announced or failed: it never came in. Returned or failed: it is known since when.
  CONSTRAINT payments_state_check CHECK (
    (state IN (1, 4)) = (value_date IS NULL)
    AND (state IN (3, 4)) = (returned_date IS NOT NULL)
    AND (state NOT IN (1, 4) OR expected_date IS NOT NULL)),
  -- Only the desk keeps what is unidentified, and only there somebody's money is kept for them.
  CONSTRAINT payments_desk_check CHECK (
    CASE WHEN debtor_id = '00000000-0000-0000-0000-000000000000'
      THEN state IN (3, 5, 6) AND (state <> 6 OR claimed_for IS NOT NULL)
      ELSE state IN (1, 2, 3, 4) AND claimed_for IS NULL
    END)
) WITH (fillfactor = 90);
ALTER TABLE payments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON payments
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (state, amount, value_date, parts, landed_time, returned_date,
                              return_reason, claimed_for, revision, updated_time)
  ON payments TO parley_app;

-- What is on its way to a debtor, and what waits on the desk: few among many that are over.
CREATE INDEX payments_open_idx ON payments (tenant_id, debtor_id, state, payment_id)
  WHERE state IN (1, 5);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 4;

COMMIT;
