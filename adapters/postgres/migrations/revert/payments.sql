-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:payments from pg
BEGIN;
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 3;

DROP TABLE payments;
DROP DOMAIN payment_parts;
DROP DOMAIN split_strategy;
DROP DOMAIN payment_state;
DROP DOMAIN amount_paid;

COMMIT;
