-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:types to pg
-- What one column may hold is said by its domain: a session keeps the checks of its domains ready,
-- whereas the CHECKs of a table are read anew by each statement that writes to it. Those are left
-- to rules between columns.
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN reference AS text CHECK (VALUE <> '');
CREATE DOMAIN digest AS bytea CHECK (octet_length(VALUE) = 32);
CREATE DOMAIN ordinal AS bigint CHECK (VALUE >= 1);
-- Money is a count of the currency's minor units.
CREATE DOMAIN amount_held AS bigint CHECK (VALUE BETWEEN 0 AND 4000000000000000000);
CREATE DOMAIN currency_code AS char(3) CHECK (VALUE ~ '^[A-Z]{3}$');

CREATE DOMAIN debtor_kind AS text CHECK (VALUE IN ('DESK', 'NATURAL_PERSON', 'ORGANISATION'));
CREATE DOMAIN debt_status AS text CHECK (VALUE IN (
  'RECEIVED', 'REJECTED', 'ACTIVE', 'ON_PLAN', 'AWAITING_DECISION', 'PAID', 'SETTLED', 'RECALLED',
  'RETURNED', 'WRITTEN_OFF', 'CLOSED'));

-- Numbers that are frozen, because they are stored.
CREATE DOMAIN itemisation_kind AS smallint CHECK (VALUE BETWEEN 1 AND 5);
CREATE DOMAIN entry_kind AS smallint CHECK (VALUE BETWEEN 1 AND 6);
CREATE DOMAIN bucket_number AS smallint CHECK (VALUE BETWEEN 1 AND 5);

-- The two sides of an entry's postings: accounts[i] gets amounts[i], and amounts sum to zero. The
-- sum is spelled out because postings are few, and a function called for each row is dear.
CREATE DOMAIN posting_accounts AS smallint[] CHECK (array_position(VALUE, NULL) IS NULL);
CREATE DOMAIN posting_amounts AS bigint[] CHECK (
  cardinality(VALUE) BETWEEN 2 AND 8
  AND array_position(VALUE, NULL) IS NULL
  AND (VALUE[1] + VALUE[2] + coalesce(VALUE[3], 0) + coalesce(VALUE[4], 0)
       + coalesce(VALUE[5], 0) + coalesce(VALUE[6], 0) + coalesce(VALUE[7], 0)
       + coalesce(VALUE[8], 0) = 0) IS TRUE);

-- Instants travel as microseconds since 1970, exactly for those before the year 2255.
CREATE FUNCTION instant(micros bigint) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN 'epoch'::timestamptz + micros * interval '1 microsecond';

CREATE FUNCTION micros(instant timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (extract(epoch FROM instant) * 1000000)::bigint;

-- Refuses a transaction whose updates did not find every row as it was read.
CREATE FUNCTION expect_rows(actual bigint, expected bigint) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF actual IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'a row is not as it was read' USING ERRCODE = 'PAR01';
  END IF;
END
$$;

COMMIT;
