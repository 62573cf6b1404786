-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:wishes on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT 11::part_kind;
SELECT 1 / (schema_version() >= 25)::int;

ROLLBACK;
