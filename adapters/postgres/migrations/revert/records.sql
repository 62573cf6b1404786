-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:records from pg
BEGIN;
SET LOCAL search_path = parley;

DROP TABLE audit;
DROP TABLE answers;
DROP TABLE outbox;

COMMIT;
