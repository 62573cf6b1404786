-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:rulebooks to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Versions of rulebooks that tenants published over those that come with the program, each as it
-- was written. Rows are only added; the latest edition tells which rules bind.
CREATE TABLE rulebooks (
  tenant_id uuid NOT NULL,
  edition ordinal NOT NULL,
  rulebook_id reference NOT NULL,
  version reference NOT NULL,
  content reference NOT NULL,
  actor reference NOT NULL,
  published_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, edition),
  CONSTRAINT rulebooks_version_key UNIQUE (tenant_id, rulebook_id, version)
);
ALTER TABLE rulebooks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON rulebooks
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON rulebooks TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 13;

COMMIT;
