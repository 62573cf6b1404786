-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:notices on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, notice_id, debt_id, given_date, effective_date, before, after, actor,
  created_time
FROM notices WHERE false;
SELECT 1 / (NOT has_table_privilege('notices', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 9)::int;

ROLLBACK;
