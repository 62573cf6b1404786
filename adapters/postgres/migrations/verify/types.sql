-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:types on pg
BEGIN;
SET LOCAL search_path = parley;

SELECT 1 / (micros(instant(1700000000123456)) = 1700000000123456)::int;
SELECT expect_rows(1, 1);
SELECT '{1,11}'::posting_accounts, '{5,-5}'::posting_amounts, 'EUR'::currency_code,
  'ACTIVE'::debt_status, 'DESK'::debtor_kind, 1::ordinal, 0::amount_held, 'A'::reference,
  1::itemisation_kind, 1::entry_kind, 1::bucket_number, sha256('')::digest;

ROLLBACK;
