-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:cases on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT 9::part_kind;
SELECT 'COMPLAINT'::work_kind;
SELECT 1 / (schema_version() >= 20)::int;

ROLLBACK;
