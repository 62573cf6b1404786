-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:roles on pg
BEGIN;

SELECT 1 / (count(*) = 2)::int
FROM pg_roles
WHERE rolname IN ('parley_owner', 'parley_app')
  AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
  AND rolcanlogin = (rolname = 'parley_app');
SELECT 1 / (NOT pg_has_role('parley_app', 'parley_owner', 'member'))::int;
SELECT 1 / (has_schema_privilege('parley_app', 'parley', 'usage')
            AND NOT has_schema_privilege('parley_app', 'parley', 'create'))::int;

ROLLBACK;
