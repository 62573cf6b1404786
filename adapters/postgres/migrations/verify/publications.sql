-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:publications on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, xid, debtor_id, revision, sequence, turn_token, turn_until
FROM publications WHERE false;
SELECT tenant_id, event_id, debtor_id, revision, sequence, cause, tries, put_aside_time,
  retry_asked
FROM dead_letters WHERE false;
SELECT 1 / (NOT has_table_privilege('publications', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 18)::int;

ROLLBACK;
