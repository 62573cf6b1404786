-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:interest to pg
-- A column whose domain has a check would have its table written anew when it is added. So domains
-- get their checks last, which only reads the tables.
-- Who waits for a table's lock makes everybody else wait: after so long it gives up, and changes
-- nothing.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

ALTER DOMAIN amount_held DROP CONSTRAINT amount_held_check;
ALTER DOMAIN entry_kind DROP CONSTRAINT entry_kind_check;
ALTER DOMAIN posting_accounts DROP CONSTRAINT posting_accounts_check;
ALTER DOMAIN posting_amounts DROP CONSTRAINT posting_amounts_check;

CREATE DOMAIN bucket_order AS smallint[];
CREATE DOMAIN rule_name AS text;
CREATE DOMAIN rule_version AS bigint;
CREATE DOMAIN day_count AS smallint;
CREATE DOMAIN interest_base AS smallint;
CREATE DOMAIN interest_posting AS smallint;
CREATE DOMAIN civil_days AS date[];
CREATE DOMAIN yearly_rates AS bigint[];
CREATE DOMAIN exact_interest AS numeric(39);
CREATE DOMAIN interest_detail AS jsonb;

-- What was written off and what of it came in after all; the order in which money fills the
-- buckets, each by the number of its receivable; the terms of interest, with each rate beside the
-- day from which it holds; stretches of days without interest, where infinity has no end yet; and
-- where interest stands. Rates are in 1e-10 a year, and the two exact sums in minor units x 1e-10 x
-- days.
ALTER TABLE debts
  ADD COLUMN written_off amount_held NOT NULL DEFAULT 0,
  ADD COLUMN recovered amount_held NOT NULL DEFAULT 0,
  ADD COLUMN allocation_order bucket_order NOT NULL DEFAULT '{3,4,5,2,1}',
  ADD COLUMN interest_rule rule_name,
  ADD COLUMN interest_version rule_version,
  ADD COLUMN interest_basis text,
  ADD COLUMN interest_day_count day_count,
  ADD COLUMN interest_base interest_base,
  ADD COLUMN interest_posting interest_posting,
  ADD COLUMN interest_from date,
  ADD COLUMN interest_rates_from civil_days,
  ADD COLUMN interest_rates yearly_rates,
  ADD COLUMN interest_cap amount_held,
  ADD COLUMN interest_monthly_minimum amount_held,
  ADD COLUMN freezes_from civil_days NOT NULL DEFAULT '{}',
  ADD COLUMN freezes_to civil_days NOT NULL DEFAULT '{}',
  ADD COLUMN base_since date,
  ADD COLUMN accrued_common exact_interest,
  ADD COLUMN accrued_leap exact_interest,
  ADD COLUMN posted_through date,
  ADD COLUMN interest_posted amount_held,
  DROP CONSTRAINT debts_position_check,
  -- Credit is held only when nothing is owed and nothing is left to recover.
  ADD CONSTRAINT debts_position_check CHECK (
    owed_principal + owed_interest + owed_fees + owed_costs + owed_penalty
      <= 4000000000000000000 * (credit = 0)::int::bigint
    AND recovered <= written_off AND (credit = 0 OR recovered = written_off)),
  -- Interest is whole or not there at all; only a cap may be missing.
  ADD CONSTRAINT debts_interest_check CHECK (
    num_nonnulls(interest_rule, interest_version, interest_basis, interest_day_count,
      interest_base, interest_posting, interest_from, interest_rates_from, interest_rates,
      interest_monthly_minimum, base_since, accrued_common, accrued_leap, posted_through,
      interest_posted) = CASE WHEN interest_rule IS NULL THEN 0 ELSE 15 END
    AND (interest_cap IS NULL OR interest_rule IS NOT NULL)
    AND (interest_rule IS NULL OR cardinality(interest_rates) = cardinality(interest_rates_from))
    AND cardinality(freezes_from) = cardinality(freezes_to));
GRANT UPDATE (written_off, recovered, allocation_order, interest_rule, interest_version,
              interest_basis, interest_day_count, interest_base, interest_posting, interest_from,
              interest_rates_from, interest_rates, interest_cap, interest_monthly_minimum,
              freezes_from, freezes_to, base_since, accrued_common, accrued_leap, posted_through,
              interest_posted)
  ON debts TO parley_app;

-- Finds the debts for which a month's interest is still to be posted.
CREATE INDEX debts_posted_through_idx ON debts (tenant_id, posted_through)
  WHERE interest_posting = 1;

-- In which order an entry's money fills the buckets, and how a line of interest came about.
ALTER TABLE entries
  ADD COLUMN allocation_order bucket_order NOT NULL DEFAULT '{3,4,5,2,1}',
  ADD COLUMN interest interest_detail,
  -- A line of interest tells it, and so may what corrects one.
  ADD CONSTRAINT entries_interest_check CHECK (kind = 6 OR (kind = 11) = (interest IS NOT NULL));

ALTER DOMAIN amount_held
  ADD CONSTRAINT amount_held_check CHECK (VALUE BETWEEN 0 AND 4000000000000000000);
ALTER DOMAIN entry_kind ADD CONSTRAINT entry_kind_check CHECK (VALUE BETWEEN 1 AND 11);
ALTER DOMAIN posting_accounts ADD CONSTRAINT posting_accounts_check CHECK (
  array_position(VALUE, NULL) IS NULL AND 1 <= ALL (VALUE) AND 18 >= ALL (VALUE));
ALTER DOMAIN posting_amounts ADD CONSTRAINT posting_amounts_check CHECK (
  cardinality(VALUE) BETWEEN 2 AND 9
  AND array_position(VALUE, NULL) IS NULL
  AND (VALUE[1] + VALUE[2] + coalesce(VALUE[3], 0) + coalesce(VALUE[4], 0)
       + coalesce(VALUE[5], 0) + coalesce(VALUE[6], 0) + coalesce(VALUE[7], 0)
       + coalesce(VALUE[8], 0) + coalesce(VALUE[9], 0) = 0) IS TRUE);
ALTER DOMAIN bucket_order ADD CHECK (cardinality(VALUE) = 5 AND VALUE @> '{1,2,3,4,5}');
ALTER DOMAIN rule_name ADD CHECK (VALUE <> '');
ALTER DOMAIN rule_version ADD CHECK (VALUE >= 0);
ALTER DOMAIN day_count ADD CHECK (VALUE BETWEEN 1 AND 4);
ALTER DOMAIN interest_base ADD CHECK (VALUE BETWEEN 1 AND 2);
ALTER DOMAIN interest_posting ADD CHECK (VALUE BETWEEN 1 AND 2);
ALTER DOMAIN civil_days ADD CHECK (array_position(VALUE, NULL) IS NULL);
ALTER DOMAIN yearly_rates ADD CHECK (
  array_position(VALUE, NULL) IS NULL AND 0 <= ALL (VALUE) AND 100000000000 >= ALL (VALUE));
-- Up to the largest number of 128 bits with a sign.
ALTER DOMAIN exact_interest
  ADD CHECK (VALUE BETWEEN 0 AND 170141183460469231731687303715884105727);
ALTER DOMAIN interest_detail ADD CHECK (
  VALUE IS NULL
  OR ((VALUE -> 'day_count')::int BETWEEN 1 AND 4 AND jsonb_typeof(VALUE -> 'pieces') = 'array')
    IS TRUE);

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 2;

COMMIT;
