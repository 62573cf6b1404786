-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:types from pg
BEGIN;
SET LOCAL search_path = parley;

DROP FUNCTION expect_rows(bigint, bigint);
DROP FUNCTION micros(timestamptz);
DROP FUNCTION instant(bigint);
DROP DOMAIN posting_amounts;
DROP DOMAIN posting_accounts;
DROP DOMAIN bucket_number;
DROP DOMAIN entry_kind;
DROP DOMAIN itemisation_kind;
DROP DOMAIN debt_status;
DROP DOMAIN debtor_kind;
DROP DOMAIN currency_code;
DROP DOMAIN amount_held;
DROP DOMAIN ordinal;
DROP DOMAIN digest;
DROP DOMAIN reference;

COMMIT;
