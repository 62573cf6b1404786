-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:work to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN work_kind AS text CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD'));
CREATE DOMAIN work_state AS text
  CHECK (VALUE IN ('OPEN', 'CLAIMED', 'DONE', 'APPROVED', 'REJECTED'));
CREATE DOMAIN work_priority AS smallint CHECK (VALUE BETWEEN 1 AND 4);
CREATE DOMAIN act_kind AS smallint CHECK (VALUE BETWEEN 1 AND 6);

-- What waits for a person of the team, and the act that it would do: a waiver (1), a write-off (2)
-- or a refund (3) of an amount, a hold (4) that was requested, a closing (5) with its code, or a
-- decision (6). It may be about the person, so no foreign key leads to a debt.
CREATE TABLE work_items (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  debt_id uuid,
  kind work_kind NOT NULL,
  state work_state NOT NULL,
  priority work_priority NOT NULL,
  due date,
  act act_kind,
  act_amount bigint,
  act_currency currency_code,
  act_bucket bucket_number,
  act_value_date date,
  act_external_ref text NOT NULL,
  act_hold_id uuid,
  act_choice text NOT NULL,
  act_content digest NOT NULL,
  reason bytea NOT NULL,
  asked_by text NOT NULL,
  claimed_by text NOT NULL,
  ended_by text NOT NULL,
  outcome bytea NOT NULL,
  entry_id uuid,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, work_item_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  CONSTRAINT work_items_act_check CHECK (
    (act IS NULL) = (kind = 'CREDIT_HELD')
    AND (coalesce(act, 0) IN (1, 2, 3)) = (act_amount IS NOT NULL)
    AND (act_amount IS NULL) = (act_currency IS NULL)
    AND (act_amount IS NULL OR act_amount > 0)
    AND (act IS NOT DISTINCT FROM 4) = (act_hold_id IS NOT NULL)
    AND (coalesce(act, 0) IN (5, 6)) = (act_choice <> '')
    AND (act IS NULL OR act = 4 OR debt_id IS NOT NULL)),
  CONSTRAINT work_items_state_check CHECK (
    asked_by <> ''
    AND (state IN ('OPEN', 'CLAIMED')) = (ended_by = '')
    AND (state <> 'OPEN' OR claimed_by = '') AND (state <> 'CLAIMED' OR claimed_by <> '')
    AND (state <> 'DONE' OR act IS NULL)
    AND (state NOT IN ('APPROVED', 'REJECTED') OR act IS NOT NULL)
    AND (entry_id IS NULL OR state = 'APPROVED')),
  -- Whoever asked never approves.
  CONSTRAINT work_items_asker_check CHECK (state <> 'APPROVED' OR ended_by <> asked_by)
);
ALTER TABLE work_items ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON work_items
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (state, claimed_by, ended_by, outcome, entry_id, revision,
                              updated_time)
  ON work_items TO parley_app;

-- Lists over all debtors, of what is to do and of what ended. Their conditions keep the planner
-- from taking them for the primary key as long as a young table has no statistics.
CREATE INDEX work_items_to_do_idx ON work_items (tenant_id, priority, work_item_id)
  WHERE state IN ('OPEN', 'CLAIMED');
CREATE INDEX work_items_ended_idx ON work_items (tenant_id, state, priority, work_item_id)
  WHERE state IN ('DONE', 'APPROVED', 'REJECTED');

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 5;

COMMIT;
