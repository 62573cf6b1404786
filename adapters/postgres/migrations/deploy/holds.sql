-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:holds to pg
-- A column whose domain has a check would have its table written anew when it is added. So the
-- domain of a column of debts gets its check last, which only reads the table.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN close_code AS smallint;
CREATE DOMAIN hold_type AS smallint CHECK (VALUE BETWEEN 1 AND 11);
-- That a hold has expired is told by the day.
CREATE DOMAIN hold_state AS smallint CHECK (VALUE BETWEEN 1 AND 4);
CREATE DOMAIN hold_evidence AS smallint CHECK (VALUE BETWEEN 1 AND 4);

-- Why nobody collects a debt any more, and the last day on which it bore interest here.
ALTER TABLE debts
  ADD COLUMN close_code close_code,
  ADD COLUMN left_date date,
  ADD CONSTRAINT debts_left_check CHECK (
    (status = 'CLOSED') = (close_code IS NOT NULL)
    AND (status IN ('RECALLED', 'RETURNED', 'CLOSED')) = (left_date IS NOT NULL));
GRANT UPDATE (close_code, left_date) ON debts TO parley_app;

-- What may not be done to one debt of a person, or to all of them where no debt is named. The day
-- before the first as the last one is a hold that was undone from the beginning.
CREATE TABLE holds (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  hold_id uuid NOT NULL,
  debt_id uuid,
  type hold_type NOT NULL,
  state hold_state NOT NULL,
  disputed_amount amount_held,
  disputed_currency currency_code,
  from_date date NOT NULL,
  until_date date,
  review_date date,
  source bytea NOT NULL,
  evidence hold_evidence NOT NULL,
  reason bytea NOT NULL,
  end_reason bytea NOT NULL,
  actor text NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, hold_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES debts,
  CONSTRAINT holds_days_check
    CHECK (until_date >= from_date - 1 AND (state <> 3 OR until_date IS NOT NULL)),
  -- Only a dispute is about a part, and of one debt.
  CONSTRAINT holds_part_check CHECK (
    (disputed_amount IS NULL) = (disputed_currency IS NULL)
    AND (disputed_amount IS NULL OR (disputed_amount > 0 AND type = 1 AND debt_id IS NOT NULL)))
);
ALTER TABLE holds ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON holds
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (state, until_date, review_date, evidence, end_reason, revision,
                              updated_time)
  ON holds TO parley_app;

-- What else an event is about, by its type: a hold.
ALTER TABLE outbox ADD COLUMN subject_id uuid;

ALTER DOMAIN close_code ADD CHECK (VALUE BETWEEN 1 AND 5);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 6;

COMMIT;
