-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:publications to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- How far a tenant's events were published, as a place in the feed, and who has the turn: the token
-- of the last one, and until when it lasts.
CREATE TABLE publications (
  tenant_id uuid NOT NULL,
  xid xid8 NOT NULL,
  debtor_id uuid NOT NULL,
  revision bigint NOT NULL,
  sequence bigint NOT NULL,
  turn_token bigint NOT NULL,
  turn_until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id) REFERENCES tenants
) WITH (fillfactor = 50);
ALTER TABLE publications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON publications
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE ON publications TO parley_app;

-- Events that could not be published, each until it is published after all, or dropped. What they
-- say stands in the outbox.
CREATE TABLE dead_letters (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  revision ordinal NOT NULL,
  sequence ordinal NOT NULL,
  cause smallint NOT NULL,
  tries integer NOT NULL,
  put_aside_time timestamptz NOT NULL,
  retry_asked boolean NOT NULL,
  PRIMARY KEY (tenant_id, event_id),
  FOREIGN KEY (tenant_id, debtor_id, revision, sequence) REFERENCES outbox,
  CONSTRAINT dead_letters_cause_check CHECK (cause BETWEEN 1 AND 2),
  CONSTRAINT dead_letters_tries_check CHECK (tries > 0)
);
CREATE INDEX dead_letters_asked_idx ON dead_letters (tenant_id, event_id) WHERE retry_asked;
ALTER TABLE dead_letters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dead_letters
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (cause, tries, put_aside_time, retry_asked), DELETE
  ON dead_letters TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 18;

COMMIT;
