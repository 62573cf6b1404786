-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:tenancy to pg
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- The version of this schema, which the server compares with the one it was built for. Each
-- migration that a server must know of replaces this function.
CREATE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 1;

-- Whose rows a session may see. Without the setting it is nobody's, and every table is empty.
CREATE FUNCTION current_tenant() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('parley.tenant', true), '')::uuid;

-- The organisations that run this system.
CREATE TABLE tenants (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  created_time timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON tenants
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT ON tenants TO parley_app;

-- The application works for each tenant in turn (the audit trail's anchor, pruning), so it learns
-- their ids, and nothing else of them: through a function of the owner, whom a policy lets see all.
CREATE POLICY list_of_tenants ON tenants FOR SELECT TO parley_owner USING (true);
CREATE FUNCTION tenant_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = parley
BEGIN ATOMIC
  SELECT tenant_id FROM tenants ORDER BY tenant_id;
END;

COMMIT;
