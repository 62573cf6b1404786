-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:event_feed from pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 16;

DROP INDEX outbox_feed_idx;

COMMIT;
