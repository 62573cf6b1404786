-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:event_feed on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT 1 / (to_regclass('outbox_feed_idx') IS NOT NULL)::int;
SELECT 1 / (schema_version() >= 17)::int;

ROLLBACK;
