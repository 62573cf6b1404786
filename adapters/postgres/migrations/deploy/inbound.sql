-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:inbound to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Numbers that are frozen, because they are stored.
CREATE DOMAIN inbound_state AS smallint CHECK (VALUE BETWEEN 1 AND 8);
CREATE DOMAIN inbound_match AS smallint CHECK (VALUE BETWEEN 0 AND 4);

-- What people sent us, as it came and as it was heard, both sealed. What nobody knows the debtor of
-- lies under the nil one: 3 while it waits there, and 8 once it is somebody's, when nothing of what
-- was received is kept there any more.
CREATE TABLE inbound (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  communication_id uuid NOT NULL,
  channel contact_channel NOT NULL,
  received_time timestamptz NOT NULL,
  content bytea NOT NULL,
  hearing bytea NOT NULL,
  state inbound_state NOT NULL,
  matched_by inbound_match NOT NULL,
  contact_point_id uuid,
  debts uuid[] NOT NULL,
  in_reply_to uuid,
  suspends_until timestamptz,
  triaged_by text NOT NULL,
  triaged_time timestamptz,
  answer_id uuid,
  ended_by text NOT NULL,
  ended_time timestamptz,
  claimed_for uuid,
  actor text NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, communication_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  FOREIGN KEY (tenant_id, debtor_id, answer_id) REFERENCES communications,
  CONSTRAINT inbound_desk_check CHECK (
    (debtor_id = '00000000-0000-0000-0000-000000000000') = (state IN (3, 8))
    AND (claimed_for IS NULL OR state IN (3, 8))),
  CONSTRAINT inbound_answer_check CHECK ((state = 6) = (answer_id IS NOT NULL)),
  CONSTRAINT inbound_triage_check CHECK (
    (triaged_time IS NOT NULL) = (triaged_by <> '')
    AND (state NOT IN (5, 6, 7) OR triaged_time IS NOT NULL)
    AND (state IN (6, 7)) = (ended_time IS NOT NULL)
    AND (ended_time IS NOT NULL) = (ended_by <> ''))
) WITH (fillfactor = 80);
-- What waits for an answer comes first.
CREATE INDEX inbound_list_idx ON inbound (tenant_id, debtor_id, (state > 5), communication_id)
  WHERE state <> 8;
-- What holds something back.
CREATE INDEX inbound_waiting_idx ON inbound (tenant_id, debtor_id, suspends_until)
  WHERE state IN (1, 2, 4);
ALTER TABLE inbound ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbound
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT,
  UPDATE (content, hearing, state, matched_by, contact_point_id, debts, in_reply_to,
          suspends_until, triaged_by, triaged_time, answer_id, ended_by, ended_time, claimed_for,
          revision, updated_time)
  ON inbound TO parley_app;

-- By the digest of the id under which a provider handed it over, so that nothing is received twice.
CREATE TABLE inbound_references (
  tenant_id uuid NOT NULL,
  reference digest NOT NULL,
  debtor_id uuid NOT NULL,
  communication_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, reference),
  FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES inbound
);
ALTER TABLE inbound_references ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON inbound_references
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON inbound_references TO parley_app;

-- People are asked about what came in.
ALTER DOMAIN work_kind DROP CONSTRAINT work_kind_check;
ALTER DOMAIN work_kind ADD CONSTRAINT work_kind_check
  CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD', 'CONTACT_UNCLEAR',
    'MESSAGE_UNKNOWN', 'MESSAGE_FAILED', 'DISPUTE', 'COMPLAINT', 'CALLBACK', 'CRISIS',
    'INBOUND_ANSWER', 'INBOUND_UNMATCHED', 'REVIEW'));

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 21;

COMMIT;
