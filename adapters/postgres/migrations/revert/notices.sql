-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:notices from pg
BEGIN;
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 8;

DROP TABLE notices;
DROP DOMAIN debt_terms;

COMMIT;
