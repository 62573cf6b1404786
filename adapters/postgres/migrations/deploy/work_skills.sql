-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:work_skills to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE DOMAIN work_skill AS smallint CHECK (VALUE BETWEEN 1 AND 7);

-- What a piece of work needs of who does it, the language in which it is done (empty when it does
-- not matter), and until when it is offered to one who asked what to do next.
ALTER TABLE work_items
  ADD COLUMN skill work_skill NOT NULL DEFAULT 1,
  ADD COLUMN language text NOT NULL DEFAULT '',
  ADD COLUMN offered_until timestamptz;
GRANT UPDATE (language, offered_until) ON work_items TO parley_app;

-- What waits already is told apart as what comes is; the owner sees the rows of every tenant for
-- it.
ALTER TABLE work_items NO FORCE ROW LEVEL SECURITY;
ALTER TABLE debtors NO FORCE ROW LEVEL SECURITY;
UPDATE work_items SET skill = CASE
    WHEN kind IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD') THEN 6
    WHEN kind = 'DISPUTE' THEN 4
    WHEN kind = 'COMPLAINT' THEN 3
    WHEN kind = 'CRISIS' THEN 2
    ELSE 7
  END
WHERE kind NOT IN ('CALLBACK', 'INBOUND_ANSWER', 'REVIEW');
UPDATE work_items AS item SET language = lower(split_part(debtor.language, '-', 1))
FROM debtors AS debtor
WHERE item.kind IN ('DISPUTE', 'COMPLAINT', 'CALLBACK', 'CRISIS', 'INBOUND_ANSWER', 'REVIEW')
  AND debtor.tenant_id = item.tenant_id AND debtor.debtor_id = item.debtor_id;
ALTER TABLE debtors FORCE ROW LEVEL SECURITY;
ALTER TABLE work_items FORCE ROW LEVEL SECURITY;

-- The most pressing first.
CREATE INDEX work_items_next_idx ON work_items (tenant_id, priority, due, work_item_id)
  WHERE state = 'OPEN';

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 24;

COMMIT;
