-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:interest on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT written_off, recovered, allocation_order, interest_rule, interest_version, interest_basis,
  interest_day_count, interest_base, interest_posting, interest_from, interest_rates_from,
  interest_rates, interest_cap, interest_monthly_minimum, freezes_from, freezes_to, base_since,
  accrued_common, accrued_leap, posted_through, interest_posted
FROM debts WHERE false;
SELECT allocation_order, interest FROM entries WHERE false;
SELECT '{5,4,3,2,1}'::bucket_order, '{18,1}'::posting_accounts, 11::entry_kind,
  170141183460469231731687303715884105727::exact_interest, '{100000000000}'::yearly_rates;
SELECT 1 / has_column_privilege('debts', 'posted_through', 'UPDATE')::int;
SELECT 1 / (NOT has_table_privilege('entries', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 2)::int;

ROLLBACK;
