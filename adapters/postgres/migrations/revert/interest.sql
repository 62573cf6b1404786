-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:interest from pg
-- It fails, and changes nothing, where what the first release does not know is kept or was posted.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE debts, entries IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (
    SELECT FROM debts
    WHERE interest_rule IS NOT NULL OR written_off > 0 OR freezes_from <> '{}'
      OR allocation_order <> '{3,4,5,2,1}'
  ) OR EXISTS (SELECT FROM entries WHERE allocation_order <> '{3,4,5,2,1}') THEN
    RAISE EXCEPTION 'debts have terms, freezes, orders of money or write-offs that would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 1;

ALTER TABLE entries
  DROP CONSTRAINT entries_interest_check,
  DROP COLUMN interest,
  DROP COLUMN allocation_order;

DROP INDEX debts_posted_through_idx;
ALTER TABLE debts
  DROP CONSTRAINT debts_interest_check,
  DROP CONSTRAINT debts_position_check,
  DROP COLUMN interest_posted,
  DROP COLUMN posted_through,
  DROP COLUMN accrued_leap,
  DROP COLUMN accrued_common,
  DROP COLUMN base_since,
  DROP COLUMN freezes_to,
  DROP COLUMN freezes_from,
  DROP COLUMN interest_monthly_minimum,
  DROP COLUMN interest_cap,
  DROP COLUMN interest_rates,
  DROP COLUMN interest_rates_from,
  DROP COLUMN interest_from,
  DROP COLUMN interest_posting,
  DROP COLUMN interest_base,
  DROP COLUMN interest_day_count,
  DROP COLUMN interest_basis,
  DROP COLUMN interest_version,
  DROP COLUMN interest_rule,
  DROP COLUMN allocation_order,
  DROP COLUMN recovered,
  DROP COLUMN written_off,
  ADD CONSTRAINT debts_position_check CHECK (
    owed_principal + owed_interest + owed_fees + owed_costs + owed_penalty
      <= 4000000000000000000 * (credit = 0)::int::bigint);

DROP DOMAIN interest_detail;
DROP DOMAIN exact_interest;
DROP DOMAIN yearly_rates;
DROP DOMAIN civil_days;
DROP DOMAIN interest_posting;
DROP DOMAIN interest_base;
DROP DOMAIN day_count;
DROP DOMAIN rule_version;
DROP DOMAIN rule_name;
DROP DOMAIN bucket_order;

ALTER DOMAIN entry_kind DROP CONSTRAINT entry_kind_check;
ALTER DOMAIN entry_kind ADD CONSTRAINT entry_kind_check CHECK (VALUE BETWEEN 1 AND 6);
ALTER DOMAIN posting_accounts DROP CONSTRAINT posting_accounts_check;
ALTER DOMAIN posting_accounts
  ADD CONSTRAINT posting_accounts_check CHECK (array_position(VALUE, NULL) IS NULL);
ALTER DOMAIN posting_amounts DROP CONSTRAINT posting_amounts_check;
ALTER DOMAIN posting_amounts ADD CONSTRAINT posting_amounts_check CHECK (
  cardinality(VALUE) BETWEEN 2 AND 8
  AND array_position(VALUE, NULL) IS NULL
  AND (VALUE[1] + VALUE[2] + coalesce(VALUE[3], 0) + coalesce(VALUE[4], 0)
       + coalesce(VALUE[5], 0) + coalesce(VALUE[6], 0) + coalesce(VALUE[7], 0)
       + coalesce(VALUE[8], 0) = 0) IS TRUE);

COMMIT;
