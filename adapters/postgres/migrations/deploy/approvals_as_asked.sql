-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:approvals_as_asked to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- How money came is what a caller wrote, so it passes the codec of personal texts.
ALTER TABLE payments ALTER COLUMN method TYPE bytea USING convert_to(method, 'UTF8');

-- A closing (5) or a decision (6) holds what it gives up, as waivers, write-offs and refunds do.
-- What waits already gives up what is owed today; the owner sees the rows of every tenant for it.
ALTER TABLE work_items DROP CONSTRAINT work_items_act_check;
ALTER TABLE work_items NO FORCE ROW LEVEL SECURITY;
ALTER TABLE debts NO FORCE ROW LEVEL SECURITY;
UPDATE work_items AS item
SET act_currency = debt.currency,
  act_amount = greatest(1, debt.owed_principal + debt.owed_interest + debt.owed_fees
    + debt.owed_costs + debt.owed_penalty)
FROM debts AS debt
WHERE item.act IN (5, 6) AND debt.tenant_id = item.tenant_id
  AND debt.debtor_id = item.debtor_id AND debt.debt_id = item.debt_id;
ALTER TABLE debts FORCE ROW LEVEL SECURITY;
ALTER TABLE work_items FORCE ROW LEVEL SECURITY;
ALTER TABLE work_items
  ADD CONSTRAINT work_items_act_check CHECK (
    (act IS NULL) = (kind = 'CREDIT_HELD')
    AND (coalesce(act, 0) IN (1, 2, 3, 5, 6)) = (act_amount IS NOT NULL)
    AND (act_amount IS NULL) = (act_currency IS NULL)
    AND (act_amount IS NULL OR act_amount > 0)
    AND (act IS NOT DISTINCT FROM 4) = (act_hold_id IS NOT NULL)
    AND (coalesce(act, 0) IN (5, 6)) = (act_choice <> '')
    AND (act IS NULL OR act = 4 OR debt_id IS NOT NULL)
  );

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 10;

COMMIT;
