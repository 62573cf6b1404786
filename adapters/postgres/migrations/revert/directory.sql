-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:directory from pg
BEGIN;
SET LOCAL search_path = parley;

DROP TABLE debtor_references;
DROP TABLE debtors;
DROP TABLE creditors;

COMMIT;
