-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:messages to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Numbers that are frozen, because they are stored.
CREATE DOMAIN message_state AS smallint CHECK (VALUE BETWEEN 1 AND 10);
CREATE DOMAIN message_end AS smallint CHECK (VALUE BETWEEN 0 AND 13);
CREATE DOMAIN template_state AS smallint CHECK (VALUE BETWEEN 1 AND 3);

-- A message that waits in the queue has its slot, though the gate put it off.
ALTER TABLE verdicts DROP CONSTRAINT verdicts_decision_check;
ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_decision_check CHECK (
    (decision = 'DEFER') = (until_time IS NOT NULL)
    AND (communication_id IS NULL OR decision <> 'REFUSE'));

-- Who holds a message for a time; a later one has a greater number.
CREATE SEQUENCE message_leases;
GRANT USAGE ON SEQUENCE message_leases TO parley_app;

-- Messages on their way out, each one with the row of the log that has its slot. What the caller
-- filled it with and its words as they were handed over are sealed.
CREATE TABLE messages (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  communication_id uuid NOT NULL,
  channel contact_channel NOT NULL,
  purpose contact_purpose NOT NULL,
  contact_point_id uuid NOT NULL,
  occasion text NOT NULL,
  template_key text NOT NULL,
  given bytea NOT NULL,
  asked_by text NOT NULL,
  any_channel boolean NOT NULL,
  follows_id uuid,
  state message_state NOT NULL,
  end_reason message_end NOT NULL,
  was_handed_over boolean NOT NULL,
  was_released boolean NOT NULL,
  not_before timestamptz NOT NULL,
  expire_time timestamptz,
  attempts integer NOT NULL CHECK (attempts >= 0),
  lease_token bigint,
  lease_until timestamptz,
  words bytea,
  provider text NOT NULL,
  provider_reference text NOT NULL,
  provider_code text NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, communication_id),
  FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES communications,
  FOREIGN KEY (tenant_id, debtor_id, follows_id) REFERENCES messages,
  CONSTRAINT messages_words_check CHECK (was_handed_over = (words IS NOT NULL)),
  CONSTRAINT messages_end_check CHECK ((state IN (9, 10)) = (end_reason <> 0)),
  CONSTRAINT messages_lease_check CHECK ((lease_token IS NULL) = (lease_until IS NULL))
) WITH (fillfactor = 70);
-- What somebody waits for (REPLY, RECEIPT, REQUESTED, STATUTORY) goes first. Each index has what is
-- due before what is not.
CREATE INDEX messages_waited_for_idx ON messages (tenant_id, channel, not_before)
  WHERE state = 1 AND purpose IN (6, 7, 8, 13);
CREATE INDEX messages_queue_idx ON messages (tenant_id, channel, not_before) WHERE state = 1;
-- What is under way, or was and nobody knows how it ended.
CREATE INDEX messages_open_idx ON messages (tenant_id, state, channel, updated_time)
  WHERE state IN (2, 3);
CREATE UNIQUE INDEX messages_occasion_key ON messages (tenant_id, debtor_id, occasion)
  WHERE occasion <> '';
-- Providers know a message by its id, and no tenant.
CREATE INDEX messages_id_idx ON messages (communication_id);
ALTER TABLE messages ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON messages
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT,
  UPDATE (state, end_reason, was_handed_over, was_released, not_before, attempts, lease_token,
          lease_until, words, provider, provider_reference, provider_code, revision, updated_time)
  ON messages TO parley_app;

CREATE POLICY owner_of_message ON messages FOR SELECT TO parley_owner USING (true);
CREATE FUNCTION message_owner(id uuid) RETURNS TABLE (tenant_id uuid, debtor_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = parley
BEGIN ATOMIC
  SELECT m.tenant_id, m.debtor_id FROM messages m WHERE m.communication_id = id;
END;
REVOKE EXECUTE ON FUNCTION message_owner FROM PUBLIC;
GRANT EXECUTE ON FUNCTION message_owner TO parley_app;

-- Texts that the tone check holds back, released for one recipient: anybody may, and whoever did
-- cannot send it. Of the text there is its digest.
CREATE TABLE released_texts (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  text_digest digest NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  released_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, text_digest, actor),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
ALTER TABLE released_texts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON released_texts
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON released_texts TO parley_app;

-- Templates of tenants, a row a version. They hold nothing about a person.
CREATE TABLE message_templates (
  tenant_id uuid NOT NULL,
  template_key text NOT NULL,
  language text NOT NULL,
  channel contact_channel NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  state template_state NOT NULL,
  acts jsonb NOT NULL,
  changes integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, template_key, language, channel, version),
  FOREIGN KEY (tenant_id) REFERENCES tenants
);
ALTER TABLE message_templates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON message_templates
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (content, state, acts, changes) ON message_templates TO parley_app;

-- People are asked about messages whose fate nobody knows.
ALTER DOMAIN work_kind DROP CONSTRAINT work_kind_check;
ALTER DOMAIN work_kind ADD CONSTRAINT work_kind_check
  CHECK (VALUE IN ('APPROVAL', 'SMALL_BALANCE', 'CREDIT_HELD', 'CONTACT_UNCLEAR',
    'MESSAGE_UNKNOWN', 'MESSAGE_FAILED'));
ALTER TABLE work_items DROP CONSTRAINT work_items_act_check;
ALTER TABLE work_items
  ADD CONSTRAINT work_items_act_check CHECK (
    (act IS NULL) = (kind NOT IN ('APPROVAL', 'SMALL_BALANCE'))
    AND (coalesce(act, 0) IN (1, 2, 3, 5, 6)) = (act_amount IS NOT NULL)
    AND (act_amount IS NULL) = (act_currency IS NULL)
    AND (act_amount IS NULL OR act_amount > 0)
    AND (act IS NOT DISTINCT FROM 4) = (act_hold_id IS NOT NULL)
    AND (coalesce(act, 0) IN (5, 6)) = (act_choice <> '')
    AND (act IS NULL OR act = 4 OR debt_id IS NOT NULL)
  );

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 16;

COMMIT;
