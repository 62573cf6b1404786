-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:records to pg
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The facts to be told to others, in the order of a debtor's revisions and within one of them. The
-- transaction's number lets a reader wait for those that are still open.
CREATE TABLE outbox (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  revision ordinal NOT NULL,
  sequence ordinal NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  debt_id uuid,
  entry_id uuid,
  amount bigint,
  currency currency_code,
  state text NOT NULL,
  occurred_time timestamptz NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (tenant_id, debtor_id, revision, sequence),
  CONSTRAINT outbox_money_check CHECK ((amount IS NULL) = (currency IS NULL))
);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outbox
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON outbox TO parley_app;

-- What requests were answered, so that the same request gets it again.
CREATE TABLE answers (
  tenant_id uuid NOT NULL,
  principal text NOT NULL,
  method text NOT NULL,
  request_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  request digest NOT NULL,
  answer bytea NOT NULL,
  answered_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id, principal, method)
);
ALTER TABLE answers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON answers
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, DELETE ON answers TO parley_app;

CREATE INDEX answers_answered_time_idx ON answers (answered_time);

-- Who did what, as a chain a debtor: each row's mac seals it and the row before.
CREATE TABLE audit (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  number ordinal NOT NULL,
  time timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  request_id uuid NOT NULL,
  revision bigint NOT NULL,
  content digest NOT NULL,
  mac digest NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (tenant_id, debtor_id, number)
);
ALTER TABLE audit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON audit TO parley_app;

COMMIT;
