-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:creditor_languages to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- In which a creditor writes to people who speak none that is known; empty for the system's.
ALTER TABLE creditors ADD COLUMN language text NOT NULL DEFAULT '';
GRANT UPDATE (language) ON creditors TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 19;

COMMIT;
