-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:timeline to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Who made a debtor's revision: the first of its audit rows.
CREATE INDEX audit_revision_idx ON audit (tenant_id, debtor_id, revision, number);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 23;

COMMIT;
