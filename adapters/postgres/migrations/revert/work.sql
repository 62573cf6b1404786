-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:work from pg
BEGIN;
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 4;

DROP TABLE work_items;
DROP DOMAIN act_kind;
DROP DOMAIN work_priority;
DROP DOMAIN work_state;
DROP DOMAIN work_kind;

COMMIT;
