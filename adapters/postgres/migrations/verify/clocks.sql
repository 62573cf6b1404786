-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:clocks on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT breached FROM work_items LIMIT 0;
SELECT breached FROM inbound LIMIT 0;
SELECT due FROM record_parts LIMIT 0;
SELECT 1 / (to_regclass('work_items_clock_idx') IS NOT NULL)::int;
SELECT 1 / (to_regclass('inbound_clock_idx') IS NOT NULL)::int;
SELECT 1 / (to_regclass('record_parts_clock_idx') IS NOT NULL)::int;
SELECT 1 / has_column_privilege('work_items', 'priority', 'UPDATE')::int;
SELECT 1 / (utc_day('2026-11-23 23:59:59+00') = '2026-11-23')::int;
SELECT 1 / (schema_version() >= 26)::int;

ROLLBACK;
