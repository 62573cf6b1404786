-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:inbound on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, communication_id, channel, received_time, content, hearing, state,
  matched_by, contact_point_id, debts, in_reply_to, suspends_until, triaged_by, triaged_time,
  answer_id, ended_by, ended_time, claimed_for, actor, revision, created_time, updated_time
FROM inbound WHERE false;
SELECT tenant_id, reference, debtor_id, communication_id FROM inbound_references WHERE false;
SELECT 1 / (NOT has_table_privilege('inbound', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_column_privilege('inbound', 'received_time', 'UPDATE'))::int;
SELECT 1 / (NOT has_table_privilege('inbound_references', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 'INBOUND_UNMATCHED'::work_kind;
SELECT 1 / (schema_version() >= 21)::int;

ROLLBACK;
