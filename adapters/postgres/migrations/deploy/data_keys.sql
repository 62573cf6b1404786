-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:data_keys to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The key under which the texts about a debtor are kept, the desk's among them, wrapped by a key
-- that the database never sees. An empty one was destroyed: nothing that it sealed is read again.
-- What a destroyed key was is swept from the table at once, and not when many rows have changed.
CREATE TABLE data_keys (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id)
) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE data_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON data_keys
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (wrapped) ON data_keys TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 11;

COMMIT;
