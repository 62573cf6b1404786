-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:empty_reversals from pg
-- It fails, and changes nothing, where a reversal took nothing back.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 2;

ALTER TABLE entries
  DROP CONSTRAINT entries_postings_check,
  ADD CONSTRAINT entries_postings_check CHECK (cardinality(accounts) = cardinality(amounts));
ALTER DOMAIN posting_amounts DROP CONSTRAINT posting_amounts_check;
ALTER DOMAIN posting_amounts ADD CONSTRAINT posting_amounts_check CHECK (
  cardinality(VALUE) BETWEEN 2 AND 9
  AND array_position(VALUE, NULL) IS NULL
  AND (VALUE[1] + VALUE[2] + coalesce(VALUE[3], 0) + coalesce(VALUE[4], 0)
       + coalesce(VALUE[5], 0) + coalesce(VALUE[6], 0) + coalesce(VALUE[7], 0)
       + coalesce(VALUE[8], 0) + coalesce(VALUE[9], 0) = 0) IS TRUE);

COMMIT;
