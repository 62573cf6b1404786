-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:records on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, revision, sequence, event_id, type, debt_id, entry_id, amount,
  currency, state, occurred_time, xid
FROM outbox WHERE false;
SELECT tenant_id, principal, method, request_id, debtor_id, request, answer, answered_time
FROM answers WHERE false;
SELECT tenant_id, debtor_id, number, time, actor, action, request_id, revision, content, mac, xid
FROM audit WHERE false;
SELECT 1 / (NOT has_table_privilege('audit', 'UPDATE, DELETE, TRUNCATE'))::int;

ROLLBACK;
