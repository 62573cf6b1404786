-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:ledger from pg
BEGIN;
SET LOCAL search_path = parley;

DROP TABLE entries;
DROP TABLE debt_references;
DROP TABLE debts;

COMMIT;
