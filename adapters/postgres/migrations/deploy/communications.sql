-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:communications to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The closed vocabularies of the contact gate by their numbers, which are frozen.
CREATE DOMAIN contact_purpose AS smallint CHECK (VALUE BETWEEN 1 AND 14);
CREATE DOMAIN statutory_kind AS smallint CHECK (VALUE BETWEEN 0 AND 14);
CREATE DOMAIN contact_technology AS smallint CHECK (VALUE BETWEEN 1 AND 3);
CREATE DOMAIN relation_to_debt AS smallint CHECK (VALUE BETWEEN 1 AND 15);
CREATE DOMAIN contact_direction AS smallint CHECK (VALUE BETWEEN 1 AND 2);
CREATE DOMAIN contact_outcome AS smallint CHECK (VALUE BETWEEN 0 AND 14);
CREATE DOMAIN communication_state AS smallint CHECK (VALUE BETWEEN 1 AND 3);
CREATE DOMAIN call_outcome AS smallint CHECK (VALUE BETWEEN 1 AND 16);
CREATE DOMAIN verdict_moment AS smallint CHECK (VALUE BETWEEN 1 AND 2);
CREATE DOMAIN gate_decision AS text CHECK (VALUE IN ('ALLOW', 'ALLOW_WITH', 'DEFER', 'REFUSE'));
CREATE DOMAIN gate_answer AS jsonb CHECK ((jsonb_typeof(VALUE -> 'rules') = 'array') IS TRUE);

-- What the gate answered to what was proposed, also where it did not happen: rows are only added.
CREATE TABLE verdicts (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  verdict_id uuid NOT NULL,
  communication_id uuid,
  moment verdict_moment NOT NULL,
  channel contact_channel NOT NULL,
  purpose contact_purpose NOT NULL,
  statutory statutory_kind NOT NULL,
  technology contact_technology NOT NULL,
  relation relation_to_debt NOT NULL,
  representative_id uuid,
  contact_point_id uuid,
  debts uuid[] NOT NULL,
  in_reply_to uuid,
  conversation_id uuid,
  decision gate_decision NOT NULL,
  until_time timestamptz,
  answer gate_answer NOT NULL,
  actor text NOT NULL,
  judged_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, verdict_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  CONSTRAINT verdicts_decision_check CHECK (
    (decision = 'DEFER') = (until_time IS NOT NULL)
    AND (communication_id IS NULL OR decision IN ('ALLOW', 'ALLOW_WITH')))
);
ALTER TABLE verdicts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON verdicts
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON verdicts TO parley_app;

-- The log from which everything is counted: rows are added, how they came out is told once, and
-- none is deleted. State 1 holds its slot, 2 has used it, 3 gave it back.
CREATE TABLE communications (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  communication_id uuid NOT NULL,
  direction contact_direction NOT NULL,
  channel contact_channel NOT NULL,
  purpose contact_purpose NOT NULL,
  statutory statutory_kind NOT NULL,
  technology contact_technology NOT NULL,
  relation relation_to_debt NOT NULL,
  representative_id uuid,
  contact_point_id uuid,
  debts uuid[] NOT NULL,
  in_reply_to uuid,
  conversation_id uuid,
  talked_about uuid[] NOT NULL,
  state communication_state NOT NULL,
  outcome contact_outcome NOT NULL,
  call_outcome call_outcome,
  dispatch_time timestamptz NOT NULL,
  verdict_id uuid,
  actor text NOT NULL,
  note bytea NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, communication_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  FOREIGN KEY (tenant_id, debtor_id, verdict_id) REFERENCES verdicts,
  CONSTRAINT communications_verdict_check CHECK (
    (direction = 1) = (verdict_id IS NOT NULL) AND (direction = 1 OR state = 2)),
  CONSTRAINT communications_outcome_check CHECK (
    (state = 2 OR outcome = 0) AND (call_outcome IS NULL OR channel = 1)
    AND (call_outcome IS NULL OR (call_outcome = 16) = (state = 3)))
);
-- What a year holds, and conversations with third parties (7, 8, 15), which are asked for longer.
CREATE INDEX communications_dispatch_idx
  ON communications (tenant_id, debtor_id, dispatch_time) WHERE state <> 3;
CREATE INDEX communications_third_parties_idx
  ON communications (tenant_id, debtor_id, dispatch_time)
  WHERE relation IN (7, 8, 15) AND outcome = 12;
ALTER TABLE communications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON communications
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (talked_about, state, outcome, call_outcome, dispatch_time, note,
                              revision, updated_time)
  ON communications TO parley_app;

-- A person finds out where a debtor is, or what the law there says.
ALTER DOMAIN work_kind DROP CONSTRAINT work_kind_check;
ALTER DOMAIN work_kind ADD CONSTRAINT work_kind_check
  CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD', 'CONTACT_UNCLEAR'));
ALTER TABLE work_items DROP CONSTRAINT work_items_act_check;
ALTER TABLE work_items
  ADD CONSTRAINT work_items_act_check CHECK (
    (act IS NULL) = (kind IN ('CREDIT_HELD', 'CONTACT_UNCLEAR'))
    AND (coalesce(act, 0) IN (1, 2, 3, 5, 6)) = (act_amount IS NOT NULL)
    AND (act_amount IS NULL) = (act_currency IS NULL)
    AND (act_amount IS NULL OR act_amount > 0)
    AND (act IS NOT DISTINCT FROM 4) = (act_hold_id IS NOT NULL)
    AND (coalesce(act, 0) IN (5, 6)) = (act_choice <> '')
    AND (act IS NULL OR act = 4 OR debt_id IS NOT NULL)
  );

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 14;

COMMIT;
