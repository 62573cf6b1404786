-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:conversations from pg
-- It fails, and changes nothing, where a conversation was begun.
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL search_path = parley;

LOCK TABLE conversations, conversation_links, conversation_notes IN ACCESS EXCLUSIVE MODE;
-- Rows that a policy hides from whoever reverts would else be passed over.
SET LOCAL row_security = off;
DO $$
BEGIN
  IF EXISTS (SELECT FROM conversations) THEN
    RAISE EXCEPTION 'conversations and their notes would be lost';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 21;

DROP TABLE conversation_notes;
DROP TABLE conversation_links;
DROP TABLE conversations;
DROP DOMAIN conversation_state;

COMMIT;
