-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:conversations to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Numbers that are frozen, because they are stored.
CREATE DOMAIN conversation_state AS smallint CHECK (VALUE BETWEEN 1 AND 5);

-- What a person and we have to say to each other about one matter. Why a person put it into its
-- state is sealed.
CREATE TABLE conversations (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  state conversation_state NOT NULL,
  debts uuid[] NOT NULL,
  assigned_to text NOT NULL,
  language text NOT NULL,
  snoozed_until timestamptz,
  reason bytea NOT NULL,
  changed_by text NOT NULL,
  last_in_id uuid,
  last_in_channel contact_channel,
  last_in_time timestamptz,
  last_out_id uuid,
  last_out_channel contact_channel,
  last_out_time timestamptz,
  read_by_person bigint NOT NULL CHECK (read_by_person >= 0),
  read_by_team bigint NOT NULL CHECK (read_by_team >= 0),
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, conversation_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  CONSTRAINT conversations_snoozed_check CHECK ((state = 3) = (snoozed_until IS NOT NULL)),
  CONSTRAINT conversations_last_check CHECK (
    num_nulls(last_in_id, last_in_channel, last_in_time) IN (0, 3)
    AND num_nulls(last_out_id, last_out_channel, last_out_time) IN (0, 3))
) WITH (fillfactor = 80);
-- Lists of a tenant, and of whoever has them.
CREATE INDEX conversations_list_idx ON conversations (tenant_id, conversation_id);
CREATE INDEX conversations_assigned_idx ON conversations (tenant_id, assigned_to, conversation_id)
  WHERE assigned_to <> '';
ALTER TABLE conversations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversations
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT,
  UPDATE (state, debts, assigned_to, language, snoozed_until, reason, changed_by, last_in_id,
          last_in_channel, last_in_time, last_out_id, last_out_channel, last_out_time,
          read_by_person, read_by_team, revision, updated_time)
  ON conversations TO parley_app;

-- Which communication is a part of which one. It is no column of communications, because what the
-- gate counts once is another matter than what belongs together. A line is the debtor's revision.
CREATE TABLE conversation_links (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  communication_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  direction smallint NOT NULL,
  channel contact_channel NOT NULL,
  spoken_time timestamptz NOT NULL,
  line ordinal NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, communication_id),
  FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES communications,
  FOREIGN KEY (tenant_id, debtor_id, conversation_id) REFERENCES conversations,
  CONSTRAINT conversation_links_direction_check CHECK (direction BETWEEN 1 AND 2)
);
CREATE INDEX conversation_links_list_idx
  ON conversation_links (tenant_id, debtor_id, conversation_id, line);
-- What is new of a person, over all their conversations.
CREATE INDEX conversation_links_line_idx ON conversation_links (tenant_id, debtor_id, line);
ALTER TABLE conversation_links ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_links
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON conversation_links TO parley_app;

-- What the team tells each other, sealed; nothing of it is ever changed.
CREATE TABLE conversation_notes (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  note_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  author text NOT NULL,
  body bytea NOT NULL,
  created_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, note_id),
  FOREIGN KEY (tenant_id, debtor_id, conversation_id) REFERENCES conversations
);
CREATE INDEX conversation_notes_list_idx
  ON conversation_notes (tenant_id, debtor_id, conversation_id, note_id);
ALTER TABLE conversation_notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_notes
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON conversation_notes TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 22;

COMMIT;
