-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:communications on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, debtor_id, verdict_id, communication_id, moment, channel, purpose, statutory,
  technology, relation, representative_id, contact_point_id, debts, in_reply_to, conversation_id,
  decision, until_time, answer, actor, judged_time
FROM verdicts WHERE false;
SELECT tenant_id, debtor_id, communication_id, direction, channel, purpose, statutory, technology,
  relation, representative_id, contact_point_id, debts, in_reply_to, conversation_id, talked_about,
  state, outcome, call_outcome, dispatch_time, verdict_id, actor, note, revision, created_time,
  updated_time
FROM communications WHERE false;
SELECT 1 / (NOT has_table_privilege('verdicts', 'UPDATE, DELETE, TRUNCATE'))::int;
SELECT 1 / (NOT has_table_privilege('communications', 'DELETE, TRUNCATE'))::int;
SELECT 'CONTACT_UNCLEAR'::work_kind;
SELECT 1 / (schema_version() >= 14)::int;

ROLLBACK;
