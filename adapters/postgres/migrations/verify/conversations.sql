-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:conversations on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, conversation_id, state, debts, assigned_to, language, snoozed_until,
  reason, changed_by, last_in_id, last_in_channel, last_in_time, last_out_id, last_out_channel,
  last_out_time, revision, created_time, updated_time
FROM conversations WHERE false;
SELECT tenant_id, debtor_id, communication_id, conversation_id, direction, channel, spoken_time
FROM conversation_links WHERE false;
SELECT tenant_id, debtor_id, note_id, conversation_id, author, body, created_time
FROM conversation_notes WHERE false;
SELECT 1 / (NOT has_table_privilege('conversations', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_column_privilege('conversations', 'created_time', 'UPDATE'))::int;
SELECT 1 / (NOT has_table_privilege('conversation_links', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('conversation_notes', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (schema_version() >= 22)::int;

ROLLBACK;
