-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:kill_switches on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, kill_switch_id, channel, creditor_id, template_id, cadence_id, reason, actor,
  engaged_time
FROM kill_switches WHERE false;
SELECT tenant_id, kill_switch_id, reason, actor, released_time, from_time, per_hour, persons,
  until_time
FROM kill_switch_releases WHERE false;
SELECT 1 / (NOT has_table_privilege('kill_switches', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('kill_switch_releases', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 12)::int;

ROLLBACK;
