-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:empty_reversals to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- What a reversal takes back may be nothing: a write-off that backdated money brought to nothing.
-- The reversal is a fact all the same, and counts when that money is returned.
ALTER DOMAIN posting_amounts DROP CONSTRAINT posting_amounts_check;
ALTER DOMAIN posting_amounts ADD CONSTRAINT posting_amounts_check CHECK (
  cardinality(VALUE) <= 9 AND cardinality(VALUE) <> 1
  AND array_position(VALUE, NULL) IS NULL
  AND coalesce(VALUE[1], 0) + coalesce(VALUE[2], 0) + coalesce(VALUE[3], 0)
      + coalesce(VALUE[4], 0) + coalesce(VALUE[5], 0) + coalesce(VALUE[6], 0)
      + coalesce(VALUE[7], 0) + coalesce(VALUE[8], 0) + coalesce(VALUE[9], 0) = 0);
ALTER TABLE entries
  DROP CONSTRAINT entries_postings_check,
  ADD CONSTRAINT entries_postings_check CHECK (
    cardinality(accounts) = cardinality(amounts) AND (kind = 5 OR cardinality(amounts) > 0));

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 3;

COMMIT;
