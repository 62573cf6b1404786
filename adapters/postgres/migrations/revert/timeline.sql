-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:timeline from pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 22;

DROP INDEX audit_revision_idx;

COMMIT;
