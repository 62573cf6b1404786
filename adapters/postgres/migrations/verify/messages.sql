-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:messages on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, communication_id, channel, purpose, contact_point_id, occasion,
  template_key, given, asked_by, any_channel, follows_id, state, end_reason, was_handed_over,
  was_released, not_before, expire_time, attempts, lease_token, lease_until, words, provider,
  provider_reference, provider_code, revision, created_time, updated_time
FROM messages WHERE false;
SELECT tenant_id, debtor_id, text_digest, actor, reason, released_time
FROM released_texts WHERE false;
SELECT tenant_id, template_key, language, channel, version, content, state, acts, changes
FROM message_templates WHERE false;
SELECT tenant_id, debtor_id FROM message_owner('00000000-0000-0000-0000-000000000000');
SELECT 1 / (NOT has_table_privilege('messages', 'DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_column_privilege('messages', 'given', 'UPDATE'))::int;
SELECT 1 / (NOT has_table_privilege('released_texts', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('message_templates', 'DELETE, TRUNCATE'))::int;
SELECT 'MESSAGE_UNKNOWN'::work_kind;
SELECT 1 / (schema_version() >= 16)::int;

ROLLBACK;
