-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:work_skills from pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 23;

DROP INDEX work_items_next_idx;
ALTER TABLE work_items DROP COLUMN offered_until, DROP COLUMN language, DROP COLUMN skill;
DROP DOMAIN work_skill;

COMMIT;
