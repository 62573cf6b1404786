-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:kill_switches to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN contact_channel AS smallint CHECK (VALUE BETWEEN 1 AND 10);

-- What stops outbound contact: of one channel, creditor, template or cadence, else all of it. Rows
-- are only added, so that it stays known who stopped and who released what.
CREATE TABLE kill_switches (
  tenant_id uuid NOT NULL,
  kill_switch_id uuid NOT NULL,
  channel contact_channel,
  creditor_id uuid,
  template_id text NOT NULL,
  cadence_id text NOT NULL,
  reason reference NOT NULL,
  actor reference NOT NULL,
  engaged_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, kill_switch_id),
  FOREIGN KEY (tenant_id, creditor_id) REFERENCES creditors,
  CONSTRAINT kill_switches_scope_check CHECK (
    (channel IS NOT NULL)::int + (creditor_id IS NOT NULL)::int + (template_id <> '')::int
    + (cadence_id <> '')::int <= 1)
);
ALTER TABLE kill_switches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON kill_switches
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON kill_switches TO parley_app;

-- A release, once, with the plan by which contact goes on: from an instant on, for so many persons
-- an hour of those who might wait, which takes until another instant.
CREATE TABLE kill_switch_releases (
  tenant_id uuid NOT NULL,
  kill_switch_id uuid NOT NULL,
  reason reference NOT NULL,
  actor reference NOT NULL,
  released_time timestamptz NOT NULL,
  from_time timestamptz NOT NULL,
  per_hour ordinal NOT NULL,
  persons bigint NOT NULL,
  until_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, kill_switch_id),
  FOREIGN KEY (tenant_id, kill_switch_id) REFERENCES kill_switches,
  CONSTRAINT kill_switch_releases_plan_check CHECK (
    persons >= 0 AND released_time <= from_time AND from_time <= until_time)
);
ALTER TABLE kill_switch_releases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON kill_switch_releases
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON kill_switch_releases TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 12;

COMMIT;
