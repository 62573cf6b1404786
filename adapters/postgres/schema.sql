-- SPDX-License-Identifier: Apache-2.0
-- What the migrations make, written by migrations/dump.sh; a test compares it with them.

CREATE SCHEMA parley;

ALTER SCHEMA parley OWNER TO parley_owner;

CREATE DOMAIN parley.act_kind AS smallint
	CONSTRAINT act_kind_check CHECK (((VALUE >= 1) AND (VALUE <= 6)));

ALTER DOMAIN parley.act_kind OWNER TO parley_owner;

CREATE DOMAIN parley.amount_held AS bigint
	CONSTRAINT amount_held_check CHECK (((VALUE >= 0) AND (VALUE <= '4000000000000000000'::bigint)));

ALTER DOMAIN parley.amount_held OWNER TO parley_owner;

CREATE DOMAIN parley.amount_paid AS bigint
	CONSTRAINT amount_paid_check CHECK (((VALUE >= 1) AND (VALUE <= '4000000000000000000'::bigint)));

ALTER DOMAIN parley.amount_paid OWNER TO parley_owner;

CREATE DOMAIN parley.bucket_number AS smallint
	CONSTRAINT bucket_number_check CHECK (((VALUE >= 1) AND (VALUE <= 5)));

ALTER DOMAIN parley.bucket_number OWNER TO parley_owner;

CREATE DOMAIN parley.bucket_order AS smallint[]
	CONSTRAINT bucket_order_check CHECK (((cardinality(VALUE) = 5) AND (VALUE @> '{1,2,3,4,5}'::smallint[])));

ALTER DOMAIN parley.bucket_order OWNER TO parley_owner;

CREATE DOMAIN parley.call_outcome AS smallint
	CONSTRAINT call_outcome_check CHECK (((VALUE >= 1) AND (VALUE <= 16)));

ALTER DOMAIN parley.call_outcome OWNER TO parley_owner;

CREATE DOMAIN parley.civil_days AS date[]
	CONSTRAINT civil_days_check CHECK ((array_position(VALUE, NULL::date) IS NULL));

ALTER DOMAIN parley.civil_days OWNER TO parley_owner;

CREATE DOMAIN parley.close_code AS smallint
	CONSTRAINT close_code_check CHECK (((VALUE >= 1) AND (VALUE <= 5)));

ALTER DOMAIN parley.close_code OWNER TO parley_owner;

CREATE DOMAIN parley.communication_state AS smallint
	CONSTRAINT communication_state_check CHECK (((VALUE >= 1) AND (VALUE <= 3)));

ALTER DOMAIN parley.communication_state OWNER TO parley_owner;

CREATE DOMAIN parley.contact_channel AS smallint
	CONSTRAINT contact_channel_check CHECK (((VALUE >= 1) AND (VALUE <= 10)));

ALTER DOMAIN parley.contact_channel OWNER TO parley_owner;

CREATE DOMAIN parley.contact_direction AS smallint
	CONSTRAINT contact_direction_check CHECK (((VALUE >= 1) AND (VALUE <= 2)));

ALTER DOMAIN parley.contact_direction OWNER TO parley_owner;

CREATE DOMAIN parley.contact_outcome AS smallint
	CONSTRAINT contact_outcome_check CHECK (((VALUE >= 0) AND (VALUE <= 14)));

ALTER DOMAIN parley.contact_outcome OWNER TO parley_owner;

CREATE DOMAIN parley.contact_purpose AS smallint
	CONSTRAINT contact_purpose_check CHECK (((VALUE >= 1) AND (VALUE <= 14)));

ALTER DOMAIN parley.contact_purpose OWNER TO parley_owner;

CREATE DOMAIN parley.contact_technology AS smallint
	CONSTRAINT contact_technology_check CHECK (((VALUE >= 1) AND (VALUE <= 3)));

ALTER DOMAIN parley.contact_technology OWNER TO parley_owner;

CREATE DOMAIN parley.conversation_state AS smallint
	CONSTRAINT conversation_state_check CHECK (((VALUE >= 1) AND (VALUE <= 5)));

ALTER DOMAIN parley.conversation_state OWNER TO parley_owner;

CREATE DOMAIN parley.currency_code AS character(3)
	CONSTRAINT currency_code_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

ALTER DOMAIN parley.currency_code OWNER TO parley_owner;

CREATE DOMAIN parley.day_count AS smallint
	CONSTRAINT day_count_check CHECK (((VALUE >= 1) AND (VALUE <= 4)));

ALTER DOMAIN parley.day_count OWNER TO parley_owner;

CREATE DOMAIN parley.debt_status AS text
	CONSTRAINT debt_status_check CHECK ((VALUE = ANY (ARRAY['RECEIVED'::text, 'REJECTED'::text, 'ACTIVE'::text, 'ON_PLAN'::text, 'AWAITING_DECISION'::text, 'PAID'::text, 'SETTLED'::text, 'RECALLED'::text, 'RETURNED'::text, 'WRITTEN_OFF'::text, 'CLOSED'::text])));

ALTER DOMAIN parley.debt_status OWNER TO parley_owner;

CREATE DOMAIN parley.debt_terms AS jsonb
	CONSTRAINT debt_terms_check CHECK (((jsonb_typeof((VALUE -> 'order'::text)) = 'array'::text) IS TRUE));

ALTER DOMAIN parley.debt_terms OWNER TO parley_owner;

CREATE DOMAIN parley.debtor_kind AS text
	CONSTRAINT debtor_kind_check CHECK ((VALUE = ANY (ARRAY['DESK'::text, 'NATURAL_PERSON'::text, 'ORGANISATION'::text])));

ALTER DOMAIN parley.debtor_kind OWNER TO parley_owner;

CREATE DOMAIN parley.digest AS bytea
	CONSTRAINT digest_check CHECK ((octet_length(VALUE) = 32));

ALTER DOMAIN parley.digest OWNER TO parley_owner;

CREATE DOMAIN parley.entry_kind AS smallint
	CONSTRAINT entry_kind_check CHECK (((VALUE >= 1) AND (VALUE <= 11)));

ALTER DOMAIN parley.entry_kind OWNER TO parley_owner;

CREATE DOMAIN parley.exact_interest AS numeric(39,0)
	CONSTRAINT exact_interest_check CHECK (((VALUE >= (0)::numeric) AND (VALUE <= '170141183460469231731687303715884105727'::numeric)));

ALTER DOMAIN parley.exact_interest OWNER TO parley_owner;

CREATE DOMAIN parley.fact_kind AS smallint
	CONSTRAINT fact_kind_check CHECK (((VALUE >= 1) AND (VALUE <= 5)));

ALTER DOMAIN parley.fact_kind OWNER TO parley_owner;

CREATE DOMAIN parley.fee_detail AS jsonb
	CONSTRAINT fee_detail_check CHECK (((VALUE IS NULL) OR (((jsonb_typeof((VALUE -> 'rule'::text)) = 'string'::text) AND ((VALUE ->> 'cause_ref'::text) <> ''::text)) IS TRUE)));

ALTER DOMAIN parley.fee_detail OWNER TO parley_owner;

CREATE DOMAIN parley.gate_answer AS jsonb
	CONSTRAINT gate_answer_check CHECK (((jsonb_typeof((VALUE -> 'rules'::text)) = 'array'::text) IS TRUE));

ALTER DOMAIN parley.gate_answer OWNER TO parley_owner;

CREATE DOMAIN parley.gate_decision AS text
	CONSTRAINT gate_decision_check CHECK ((VALUE = ANY (ARRAY['ALLOW'::text, 'ALLOW_WITH'::text, 'DEFER'::text, 'REFUSE'::text])));

ALTER DOMAIN parley.gate_decision OWNER TO parley_owner;

CREATE DOMAIN parley.hold_evidence AS smallint
	CONSTRAINT hold_evidence_check CHECK (((VALUE >= 1) AND (VALUE <= 4)));

ALTER DOMAIN parley.hold_evidence OWNER TO parley_owner;

CREATE DOMAIN parley.hold_state AS smallint
	CONSTRAINT hold_state_check CHECK (((VALUE >= 1) AND (VALUE <= 4)));

ALTER DOMAIN parley.hold_state OWNER TO parley_owner;

CREATE DOMAIN parley.hold_type AS smallint
	CONSTRAINT hold_type_check CHECK (((VALUE >= 1) AND (VALUE <= 11)));

ALTER DOMAIN parley.hold_type OWNER TO parley_owner;

CREATE DOMAIN parley.inbound_match AS smallint
	CONSTRAINT inbound_match_check CHECK (((VALUE >= 0) AND (VALUE <= 4)));

ALTER DOMAIN parley.inbound_match OWNER TO parley_owner;

CREATE DOMAIN parley.inbound_state AS smallint
	CONSTRAINT inbound_state_check CHECK (((VALUE >= 1) AND (VALUE <= 8)));

ALTER DOMAIN parley.inbound_state OWNER TO parley_owner;

CREATE DOMAIN parley.interest_base AS smallint
	CONSTRAINT interest_base_check CHECK (((VALUE >= 1) AND (VALUE <= 2)));

ALTER DOMAIN parley.interest_base OWNER TO parley_owner;

CREATE DOMAIN parley.interest_detail AS jsonb
	CONSTRAINT interest_detail_check CHECK (((VALUE IS NULL) OR ((((((VALUE -> 'day_count'::text))::integer >= 1) AND (((VALUE -> 'day_count'::text))::integer <= 4)) AND (jsonb_typeof((VALUE -> 'pieces'::text)) = 'array'::text)) IS TRUE)));

ALTER DOMAIN parley.interest_detail OWNER TO parley_owner;

CREATE DOMAIN parley.interest_posting AS smallint
	CONSTRAINT interest_posting_check CHECK (((VALUE >= 1) AND (VALUE <= 2)));

ALTER DOMAIN parley.interest_posting OWNER TO parley_owner;

CREATE DOMAIN parley.itemisation_kind AS smallint
	CONSTRAINT itemisation_kind_check CHECK (((VALUE >= 1) AND (VALUE <= 5)));

ALTER DOMAIN parley.itemisation_kind OWNER TO parley_owner;

CREATE DOMAIN parley.message_end AS smallint
	CONSTRAINT message_end_check CHECK (((VALUE >= 0) AND (VALUE <= 13)));

ALTER DOMAIN parley.message_end OWNER TO parley_owner;

CREATE DOMAIN parley.message_state AS smallint
	CONSTRAINT message_state_check CHECK (((VALUE >= 1) AND (VALUE <= 10)));

ALTER DOMAIN parley.message_state OWNER TO parley_owner;

CREATE DOMAIN parley.ordinal AS bigint
	CONSTRAINT ordinal_check CHECK ((VALUE >= 1));

ALTER DOMAIN parley.ordinal OWNER TO parley_owner;

CREATE DOMAIN parley.part_kind AS smallint
	CONSTRAINT part_kind_check CHECK (((VALUE >= 1) AND (VALUE <= 11)));

ALTER DOMAIN parley.part_kind OWNER TO parley_owner;

CREATE DOMAIN parley.payment_parts AS jsonb
	CONSTRAINT payment_parts_check CHECK ((jsonb_typeof(VALUE) = 'array'::text));

ALTER DOMAIN parley.payment_parts OWNER TO parley_owner;

CREATE DOMAIN parley.payment_state AS smallint
	CONSTRAINT payment_state_check CHECK (((VALUE >= 1) AND (VALUE <= 6)));

ALTER DOMAIN parley.payment_state OWNER TO parley_owner;

CREATE DOMAIN parley.payoff_quotes AS jsonb
	CONSTRAINT payoff_quotes_check CHECK (((jsonb_typeof(VALUE) = 'array'::text) IS TRUE));

ALTER DOMAIN parley.payoff_quotes OWNER TO parley_owner;

CREATE DOMAIN parley.posting_accounts AS smallint[]
	CONSTRAINT posting_accounts_check CHECK (((array_position(VALUE, NULL::smallint) IS NULL) AND (1 <= ALL (VALUE)) AND (18 >= ALL (VALUE))));

ALTER DOMAIN parley.posting_accounts OWNER TO parley_owner;

CREATE DOMAIN parley.posting_amounts AS bigint[]
	CONSTRAINT posting_amounts_check CHECK (((cardinality(VALUE) <= 9) AND (cardinality(VALUE) <> 1) AND (array_position(VALUE, NULL::bigint) IS NULL) AND (((((((((COALESCE((VALUE)[1], (0)::bigint) + COALESCE((VALUE)[2], (0)::bigint)) + COALESCE((VALUE)[3], (0)::bigint)) + COALESCE((VALUE)[4], (0)::bigint)) + COALESCE((VALUE)[5], (0)::bigint)) + COALESCE((VALUE)[6], (0)::bigint)) + COALESCE((VALUE)[7], (0)::bigint)) + COALESCE((VALUE)[8], (0)::bigint)) + COALESCE((VALUE)[9], (0)::bigint)) = 0)));

ALTER DOMAIN parley.posting_amounts OWNER TO parley_owner;

CREATE DOMAIN parley.reference AS text
	CONSTRAINT reference_check CHECK ((VALUE <> ''::text));

ALTER DOMAIN parley.reference OWNER TO parley_owner;

CREATE DOMAIN parley.relation_to_debt AS smallint
	CONSTRAINT relation_to_debt_check CHECK (((VALUE >= 1) AND (VALUE <= 15)));

ALTER DOMAIN parley.relation_to_debt OWNER TO parley_owner;

CREATE DOMAIN parley.rule_name AS text
	CONSTRAINT rule_name_check CHECK ((VALUE <> ''::text));

ALTER DOMAIN parley.rule_name OWNER TO parley_owner;

CREATE DOMAIN parley.rule_version AS bigint
	CONSTRAINT rule_version_check CHECK ((VALUE >= 0));

ALTER DOMAIN parley.rule_version OWNER TO parley_owner;

CREATE DOMAIN parley.setting_level AS smallint
	CONSTRAINT setting_level_check CHECK (((VALUE >= 1) AND (VALUE <= 3)));

ALTER DOMAIN parley.setting_level OWNER TO parley_owner;

CREATE DOMAIN parley.settings AS jsonb
	CONSTRAINT settings_check CHECK ((jsonb_typeof(VALUE) = 'object'::text));

ALTER DOMAIN parley.settings OWNER TO parley_owner;

CREATE DOMAIN parley.split_strategy AS smallint
	CONSTRAINT split_strategy_check CHECK (((VALUE >= 1) AND (VALUE <= 2)));

ALTER DOMAIN parley.split_strategy OWNER TO parley_owner;

CREATE DOMAIN parley.statutory_kind AS smallint
	CONSTRAINT statutory_kind_check CHECK (((VALUE >= 0) AND (VALUE <= 14)));

ALTER DOMAIN parley.statutory_kind OWNER TO parley_owner;

CREATE DOMAIN parley.suppression_cause AS smallint
	CONSTRAINT suppression_cause_check CHECK (((VALUE >= 1) AND (VALUE <= 4)));

ALTER DOMAIN parley.suppression_cause OWNER TO parley_owner;

CREATE DOMAIN parley.template_state AS smallint
	CONSTRAINT template_state_check CHECK (((VALUE >= 1) AND (VALUE <= 3)));

ALTER DOMAIN parley.template_state OWNER TO parley_owner;

CREATE DOMAIN parley.verdict_moment AS smallint
	CONSTRAINT verdict_moment_check CHECK (((VALUE >= 1) AND (VALUE <= 2)));

ALTER DOMAIN parley.verdict_moment OWNER TO parley_owner;

CREATE DOMAIN parley.work_kind AS text
	CONSTRAINT work_kind_check CHECK ((VALUE = ANY (ARRAY['APPROVAL'::text, 'SMALL_BALANCE'::text, 'CREDIT_HELD'::text, 'CONTACT_UNCLEAR'::text, 'MESSAGE_UNKNOWN'::text, 'MESSAGE_FAILED'::text, 'DISPUTE'::text, 'COMPLAINT'::text, 'CALLBACK'::text, 'CRISIS'::text, 'INBOUND_ANSWER'::text, 'INBOUND_UNMATCHED'::text, 'REVIEW'::text])));

ALTER DOMAIN parley.work_kind OWNER TO parley_owner;

CREATE DOMAIN parley.work_priority AS smallint
	CONSTRAINT work_priority_check CHECK (((VALUE >= 1) AND (VALUE <= 4)));

ALTER DOMAIN parley.work_priority OWNER TO parley_owner;

CREATE DOMAIN parley.work_skill AS smallint
	CONSTRAINT work_skill_check CHECK (((VALUE >= 1) AND (VALUE <= 7)));

ALTER DOMAIN parley.work_skill OWNER TO parley_owner;

CREATE DOMAIN parley.work_state AS text
	CONSTRAINT work_state_check CHECK ((VALUE = ANY (ARRAY['OPEN'::text, 'CLAIMED'::text, 'DONE'::text, 'APPROVED'::text, 'REJECTED'::text])));

ALTER DOMAIN parley.work_state OWNER TO parley_owner;

CREATE DOMAIN parley.yearly_rates AS bigint[]
	CONSTRAINT yearly_rates_check CHECK (((array_position(VALUE, NULL::bigint) IS NULL) AND (0 <= ALL (VALUE)) AND ('100000000000'::bigint >= ALL (VALUE))));

ALTER DOMAIN parley.yearly_rates OWNER TO parley_owner;

CREATE FUNCTION parley.current_tenant() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('parley.tenant'::text, true), ''::text))::uuid;

ALTER FUNCTION parley.current_tenant() OWNER TO parley_owner;

CREATE FUNCTION parley.expect_rows(actual bigint, expected bigint) RETURNS void
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
  IF actual IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'a row is not as it was read' USING ERRCODE = 'PAR01';
  END IF;
END
$$;

ALTER FUNCTION parley.expect_rows(actual bigint, expected bigint) OWNER TO parley_owner;

CREATE FUNCTION parley.instant(micros bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ('1970-01-01 00:00:00+00'::timestamp with time zone + ((micros)::double precision * '00:00:00.000001'::interval));

ALTER FUNCTION parley.instant(micros bigint) OWNER TO parley_owner;

CREATE TABLE parley.messages (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    communication_id uuid NOT NULL,
    channel parley.contact_channel NOT NULL,
    purpose parley.contact_purpose NOT NULL,
    contact_point_id uuid NOT NULL,
    occasion text NOT NULL,
    template_key text NOT NULL,
    given bytea NOT NULL,
    asked_by text NOT NULL,
    any_channel boolean NOT NULL,
    follows_id uuid,
    state parley.message_state NOT NULL,
    end_reason parley.message_end NOT NULL,
    was_handed_over boolean NOT NULL,
    was_released boolean NOT NULL,
    not_before timestamp with time zone NOT NULL,
    expire_time timestamp with time zone,
    attempts integer NOT NULL,
    lease_token bigint,
    lease_until timestamp with time zone,
    words bytea,
    provider text NOT NULL,
    provider_reference text NOT NULL,
    provider_code text NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT messages_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT messages_end_check CHECK ((((state)::smallint = ANY (ARRAY[9, 10])) = ((end_reason)::smallint <> 0))),
    CONSTRAINT messages_lease_check CHECK (((lease_token IS NULL) = (lease_until IS NULL))),
    CONSTRAINT messages_words_check CHECK ((was_handed_over = (words IS NOT NULL)))
)
WITH (fillfactor='70');

ALTER TABLE ONLY parley.messages FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.messages OWNER TO parley_owner;

CREATE FUNCTION parley.message_owner(id uuid) RETURNS TABLE(tenant_id uuid, debtor_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'parley'
    BEGIN ATOMIC
 SELECT m.tenant_id,
     m.debtor_id
    FROM parley.messages m
   WHERE (m.communication_id = message_owner.id);
END;

ALTER FUNCTION parley.message_owner(id uuid) OWNER TO parley_owner;

CREATE FUNCTION parley.micros(instant timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((EXTRACT(epoch FROM instant) * (1000000)::numeric))::bigint;

ALTER FUNCTION parley.micros(instant timestamp with time zone) OWNER TO parley_owner;

CREATE FUNCTION parley.schema_version() RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 26;

ALTER FUNCTION parley.schema_version() OWNER TO parley_owner;

CREATE TABLE parley.tenants (
    tenant_id uuid NOT NULL,
    name text NOT NULL,
    created_time timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tenants_name_check CHECK ((name <> ''::text))
);

ALTER TABLE ONLY parley.tenants FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.tenants OWNER TO parley_owner;

CREATE FUNCTION parley.tenant_ids() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'parley'
    BEGIN ATOMIC
 SELECT tenants.tenant_id
    FROM parley.tenants
   ORDER BY tenants.tenant_id;
END;

ALTER FUNCTION parley.tenant_ids() OWNER TO parley_owner;

CREATE FUNCTION parley.utc_day(instant timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((instant AT TIME ZONE 'UTC'::text))::date;

ALTER FUNCTION parley.utc_day(instant timestamp with time zone) OWNER TO parley_owner;

CREATE TABLE parley.answers (
    tenant_id uuid NOT NULL,
    principal text NOT NULL,
    method text NOT NULL,
    request_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    request parley.digest NOT NULL,
    answer bytea NOT NULL,
    answered_time timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.answers FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.answers OWNER TO parley_owner;

CREATE TABLE parley.audit (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    number parley.ordinal NOT NULL,
    "time" timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    request_id uuid NOT NULL,
    revision bigint NOT NULL,
    content parley.digest NOT NULL,
    mac parley.digest NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE ONLY parley.audit FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.audit OWNER TO parley_owner;

CREATE TABLE parley.barred_addresses (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    digest parley.digest NOT NULL,
    cause parley.suppression_cause NOT NULL,
    since timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.barred_addresses FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.barred_addresses OWNER TO parley_owner;

CREATE TABLE parley.communications (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    communication_id uuid NOT NULL,
    direction parley.contact_direction NOT NULL,
    channel parley.contact_channel NOT NULL,
    purpose parley.contact_purpose NOT NULL,
    statutory parley.statutory_kind NOT NULL,
    technology parley.contact_technology NOT NULL,
    relation parley.relation_to_debt NOT NULL,
    representative_id uuid,
    contact_point_id uuid,
    debts uuid[] NOT NULL,
    in_reply_to uuid,
    conversation_id uuid,
    talked_about uuid[] NOT NULL,
    state parley.communication_state NOT NULL,
    outcome parley.contact_outcome NOT NULL,
    call_outcome parley.call_outcome,
    dispatch_time timestamp with time zone NOT NULL,
    verdict_id uuid,
    actor text NOT NULL,
    note bytea NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT communications_outcome_check CHECK (((((state)::smallint = 2) OR ((outcome)::smallint = 0)) AND ((call_outcome IS NULL) OR ((channel)::smallint = 1)) AND ((call_outcome IS NULL) OR (((call_outcome)::smallint = 16) = ((state)::smallint = 3))))),
    CONSTRAINT communications_verdict_check CHECK (((((direction)::smallint = 1) = (verdict_id IS NOT NULL)) AND (((direction)::smallint = 1) OR ((state)::smallint = 2))))
);

ALTER TABLE ONLY parley.communications FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.communications OWNER TO parley_owner;

CREATE TABLE parley.contact_index (
    tenant_id uuid NOT NULL,
    digest parley.digest NOT NULL,
    debtor_id uuid NOT NULL,
    contact_point_id uuid NOT NULL
);

ALTER TABLE ONLY parley.contact_index FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.contact_index OWNER TO parley_owner;

CREATE TABLE parley.conversation_links (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    communication_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    direction smallint NOT NULL,
    channel parley.contact_channel NOT NULL,
    spoken_time timestamp with time zone NOT NULL,
    line parley.ordinal NOT NULL,
    CONSTRAINT conversation_links_direction_check CHECK (((direction >= 1) AND (direction <= 2)))
);

ALTER TABLE ONLY parley.conversation_links FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.conversation_links OWNER TO parley_owner;

CREATE TABLE parley.conversation_notes (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    note_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    author text NOT NULL,
    body bytea NOT NULL,
    created_time timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.conversation_notes FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.conversation_notes OWNER TO parley_owner;

CREATE TABLE parley.conversations (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    state parley.conversation_state NOT NULL,
    debts uuid[] NOT NULL,
    assigned_to text NOT NULL,
    language text NOT NULL,
    snoozed_until timestamp with time zone,
    reason bytea NOT NULL,
    changed_by text NOT NULL,
    last_in_id uuid,
    last_in_channel parley.contact_channel,
    last_in_time timestamp with time zone,
    last_out_id uuid,
    last_out_channel parley.contact_channel,
    last_out_time timestamp with time zone,
    read_by_person bigint NOT NULL,
    read_by_team bigint NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT conversations_last_check CHECK (((num_nulls(last_in_id, last_in_channel, last_in_time) = ANY (ARRAY[0, 3])) AND (num_nulls(last_out_id, last_out_channel, last_out_time) = ANY (ARRAY[0, 3])))),
    CONSTRAINT conversations_read_by_person_check CHECK ((read_by_person >= 0)),
    CONSTRAINT conversations_read_by_team_check CHECK ((read_by_team >= 0)),
    CONSTRAINT conversations_snoozed_check CHECK ((((state)::smallint = 3) = (snoozed_until IS NOT NULL)))
)
WITH (fillfactor='80');

ALTER TABLE ONLY parley.conversations FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.conversations OWNER TO parley_owner;

CREATE TABLE parley.creditors (
    tenant_id uuid NOT NULL,
    creditor_id uuid NOT NULL,
    code text NOT NULL,
    display_name text NOT NULL,
    time_zone text NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    settings parley.settings DEFAULT '{}'::jsonb NOT NULL,
    language text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY parley.creditors FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.creditors OWNER TO parley_owner;

CREATE TABLE parley.data_keys (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    wrapped bytea NOT NULL
)
WITH (autovacuum_vacuum_threshold='0', autovacuum_vacuum_scale_factor='0');

ALTER TABLE ONLY parley.data_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.data_keys OWNER TO parley_owner;

CREATE TABLE parley.dead_letters (
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    revision parley.ordinal NOT NULL,
    sequence parley.ordinal NOT NULL,
    cause smallint NOT NULL,
    tries integer NOT NULL,
    put_aside_time timestamp with time zone NOT NULL,
    retry_asked boolean NOT NULL,
    CONSTRAINT dead_letters_cause_check CHECK (((cause >= 1) AND (cause <= 2))),
    CONSTRAINT dead_letters_tries_check CHECK ((tries > 0))
);

ALTER TABLE ONLY parley.dead_letters FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.dead_letters OWNER TO parley_owner;

CREATE TABLE parley.debt_references (
    tenant_id uuid NOT NULL,
    external_ref text NOT NULL,
    creditor_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    debt_id uuid NOT NULL
);

ALTER TABLE ONLY parley.debt_references FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.debt_references OWNER TO parley_owner;

CREATE TABLE parley.debtor_references (
    tenant_id uuid NOT NULL,
    external_ref parley.reference NOT NULL,
    debtor_id uuid NOT NULL
);

ALTER TABLE ONLY parley.debtor_references FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.debtor_references OWNER TO parley_owner;

CREATE TABLE parley.debtors (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    revision bigint NOT NULL,
    record_revision bigint NOT NULL,
    audit_number bigint NOT NULL,
    audit_mac parley.digest NOT NULL,
    kind parley.debtor_kind NOT NULL,
    external_refs text[] NOT NULL,
    display_name bytea NOT NULL,
    birth_date bytea NOT NULL,
    language text NOT NULL,
    region text NOT NULL,
    time_zone text NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT debtors_desk_check CHECK ((((kind)::text = 'DESK'::text) = (debtor_id = '00000000-0000-0000-0000-000000000000'::uuid))),
    CONSTRAINT debtors_numbers_check CHECK (((revision >= record_revision) AND (record_revision >= 0) AND (audit_number >= 0)))
)
WITH (fillfactor='50');

ALTER TABLE ONLY parley.debtors FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.debtors OWNER TO parley_owner;

CREATE TABLE parley.debts (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    debt_id uuid NOT NULL,
    creditor_id uuid NOT NULL,
    external_ref parley.reference NOT NULL,
    currency parley.currency_code NOT NULL,
    status parley.debt_status NOT NULL,
    status_reason bytea NOT NULL,
    owed_principal parley.amount_held NOT NULL,
    owed_interest parley.amount_held NOT NULL,
    owed_fees parley.amount_held NOT NULL,
    owed_costs parley.amount_held NOT NULL,
    owed_penalty parley.amount_held NOT NULL,
    credit parley.amount_held NOT NULL,
    itemisation_kind parley.itemisation_kind NOT NULL,
    itemisation_date date NOT NULL,
    origin jsonb NOT NULL,
    agreement_reference bytea NOT NULL,
    co_debtors jsonb NOT NULL,
    last_value_date date NOT NULL,
    entry_count bigint NOT NULL,
    content parley.digest NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    written_off parley.amount_held DEFAULT 0 NOT NULL,
    recovered parley.amount_held DEFAULT 0 NOT NULL,
    allocation_order parley.bucket_order DEFAULT '{3,4,5,2,1}'::smallint[] NOT NULL,
    interest_rule parley.rule_name,
    interest_version parley.rule_version,
    interest_basis text,
    interest_day_count parley.day_count,
    interest_base parley.interest_base,
    interest_posting parley.interest_posting,
    interest_from date,
    interest_rates_from parley.civil_days,
    interest_rates parley.yearly_rates,
    interest_cap parley.amount_held,
    interest_monthly_minimum parley.amount_held,
    freezes_from parley.civil_days DEFAULT '{}'::date[] NOT NULL,
    freezes_to parley.civil_days DEFAULT '{}'::date[] NOT NULL,
    base_since date,
    accrued_common parley.exact_interest,
    accrued_leap parley.exact_interest,
    posted_through date,
    interest_posted parley.amount_held,
    close_code parley.close_code,
    left_date date,
    order_level parley.setting_level DEFAULT 1 NOT NULL,
    interest_level parley.setting_level DEFAULT 1 NOT NULL,
    payoff_quotes parley.payoff_quotes DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT debts_interest_check CHECK (((num_nonnulls(interest_rule, interest_version, interest_basis, interest_day_count, interest_base, interest_posting, interest_from, interest_rates_from, interest_rates, interest_monthly_minimum, base_since, accrued_common, accrued_leap, posted_through, interest_posted) =
CASE
    WHEN (interest_rule IS NULL) THEN 0
    ELSE 15
END) AND ((interest_cap IS NULL) OR (interest_rule IS NOT NULL)) AND ((interest_rule IS NULL) OR (cardinality((interest_rates)::bigint[]) = cardinality((interest_rates_from)::date[]))) AND (cardinality((freezes_from)::date[]) = cardinality((freezes_to)::date[])))),
    CONSTRAINT debts_journal_check CHECK (((last_value_date >= itemisation_date) AND (entry_count >= 0))),
    CONSTRAINT debts_left_check CHECK (((((status)::text = 'CLOSED'::text) = (close_code IS NOT NULL)) AND (((status)::text = ANY (ARRAY['RECALLED'::text, 'RETURNED'::text, 'CLOSED'::text])) = (left_date IS NOT NULL)))),
    CONSTRAINT debts_position_check CHECK ((((((((owed_principal)::bigint + (owed_interest)::bigint) + (owed_fees)::bigint) + (owed_costs)::bigint) + (owed_penalty)::bigint) <= ('4000000000000000000'::bigint * ((((credit)::bigint = 0))::integer)::bigint)) AND ((recovered)::bigint <= (written_off)::bigint) AND (((credit)::bigint = 0) OR ((recovered)::bigint = (written_off)::bigint))))
)
WITH (fillfactor='50');

ALTER TABLE ONLY parley.debts FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.debts OWNER TO parley_owner;

CREATE TABLE parley.entries (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    debt_id uuid NOT NULL,
    number parley.ordinal NOT NULL,
    external_ref text NOT NULL,
    kind parley.entry_kind NOT NULL,
    value_date date NOT NULL,
    booked_time timestamp with time zone NOT NULL,
    amount bigint NOT NULL,
    bucket parley.bucket_number,
    reason bytea NOT NULL,
    actor text NOT NULL,
    linked uuid,
    content parley.digest NOT NULL,
    accounts parley.posting_accounts NOT NULL,
    amounts parley.posting_amounts NOT NULL,
    allocation_order parley.bucket_order DEFAULT '{3,4,5,2,1}'::smallint[] NOT NULL,
    interest parley.interest_detail,
    fee parley.fee_detail,
    quote uuid,
    CONSTRAINT entries_amount_check CHECK ((((kind)::smallint = 1) OR (amount > 0) OR (((kind)::smallint = 6) AND (amount = 0)))),
    CONSTRAINT entries_fee_check CHECK (
CASE kind
    WHEN 10 THEN (fee IS NOT NULL)
    WHEN 5 THEN true
    ELSE (fee IS NULL)
END),
    CONSTRAINT entries_interest_check CHECK ((((kind)::smallint = 6) OR (((kind)::smallint = 11) = (interest IS NOT NULL)))),
    CONSTRAINT entries_linked_check CHECK ((((kind)::smallint = ANY (ARRAY[5, 6])) = (linked IS NOT NULL))),
    CONSTRAINT entries_postings_check CHECK (((cardinality((accounts)::smallint[]) = cardinality((amounts)::bigint[])) AND (((kind)::smallint = 5) OR (cardinality((amounts)::bigint[]) > 0)))),
    CONSTRAINT entries_quote_check CHECK (((quote IS NULL) OR ((kind)::smallint = 7)))
);

ALTER TABLE ONLY parley.entries FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.entries OWNER TO parley_owner;

CREATE TABLE parley.holds (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    hold_id uuid NOT NULL,
    debt_id uuid,
    type parley.hold_type NOT NULL,
    state parley.hold_state NOT NULL,
    disputed_amount parley.amount_held,
    disputed_currency parley.currency_code,
    from_date date NOT NULL,
    until_date date,
    review_date date,
    source bytea NOT NULL,
    evidence parley.hold_evidence NOT NULL,
    reason bytea NOT NULL,
    end_reason bytea NOT NULL,
    actor text NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT holds_days_check CHECK (((until_date >= (from_date - 1)) AND (((state)::smallint <> 3) OR (until_date IS NOT NULL)))),
    CONSTRAINT holds_part_check CHECK ((((disputed_amount IS NULL) = (disputed_currency IS NULL)) AND ((disputed_amount IS NULL) OR (((disputed_amount)::bigint > 0) AND ((type)::smallint = 1) AND (debt_id IS NOT NULL)))))
);

ALTER TABLE ONLY parley.holds FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.holds OWNER TO parley_owner;

CREATE TABLE parley.inbound (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    communication_id uuid NOT NULL,
    channel parley.contact_channel NOT NULL,
    received_time timestamp with time zone NOT NULL,
    content bytea NOT NULL,
    hearing bytea NOT NULL,
    state parley.inbound_state NOT NULL,
    matched_by parley.inbound_match NOT NULL,
    contact_point_id uuid,
    debts uuid[] NOT NULL,
    in_reply_to uuid,
    suspends_until timestamp with time zone,
    triaged_by text NOT NULL,
    triaged_time timestamp with time zone,
    answer_id uuid,
    ended_by text NOT NULL,
    ended_time timestamp with time zone,
    claimed_for uuid,
    actor text NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    breached boolean DEFAULT false NOT NULL,
    CONSTRAINT inbound_answer_check CHECK ((((state)::smallint = 6) = (answer_id IS NOT NULL))),
    CONSTRAINT inbound_desk_check CHECK ((((debtor_id = '00000000-0000-0000-0000-000000000000'::uuid) = ((state)::smallint = ANY (ARRAY[3, 8]))) AND ((claimed_for IS NULL) OR ((state)::smallint = ANY (ARRAY[3, 8]))))),
    CONSTRAINT inbound_triage_check CHECK ((((triaged_time IS NOT NULL) = (triaged_by <> ''::text)) AND (((state)::smallint <> ALL (ARRAY[5, 6, 7])) OR (triaged_time IS NOT NULL)) AND (((state)::smallint = ANY (ARRAY[6, 7])) = (ended_time IS NOT NULL)) AND ((ended_time IS NOT NULL) = (ended_by <> ''::text))))
)
WITH (fillfactor='80');

ALTER TABLE ONLY parley.inbound FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.inbound OWNER TO parley_owner;

CREATE TABLE parley.inbound_references (
    tenant_id uuid NOT NULL,
    reference parley.digest NOT NULL,
    debtor_id uuid NOT NULL,
    communication_id uuid NOT NULL
);

ALTER TABLE ONLY parley.inbound_references FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.inbound_references OWNER TO parley_owner;

CREATE TABLE parley.kill_switch_releases (
    tenant_id uuid NOT NULL,
    kill_switch_id uuid NOT NULL,
    reason parley.reference NOT NULL,
    actor parley.reference NOT NULL,
    released_time timestamp with time zone NOT NULL,
    from_time timestamp with time zone NOT NULL,
    per_hour parley.ordinal NOT NULL,
    persons bigint NOT NULL,
    until_time timestamp with time zone NOT NULL,
    CONSTRAINT kill_switch_releases_plan_check CHECK (((persons >= 0) AND (released_time <= from_time) AND (from_time <= until_time)))
);

ALTER TABLE ONLY parley.kill_switch_releases FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.kill_switch_releases OWNER TO parley_owner;

CREATE TABLE parley.kill_switches (
    tenant_id uuid NOT NULL,
    kill_switch_id uuid NOT NULL,
    channel parley.contact_channel,
    creditor_id uuid,
    template_id text NOT NULL,
    cadence_id text NOT NULL,
    reason parley.reference NOT NULL,
    actor parley.reference NOT NULL,
    engaged_time timestamp with time zone NOT NULL,
    CONSTRAINT kill_switches_scope_check CHECK (((((((channel IS NOT NULL))::integer + ((creditor_id IS NOT NULL))::integer) + ((template_id <> ''::text))::integer) + ((cadence_id <> ''::text))::integer) <= 1))
);

ALTER TABLE ONLY parley.kill_switches FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.kill_switches OWNER TO parley_owner;

CREATE SEQUENCE parley.message_leases
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE parley.message_leases OWNER TO parley_owner;

CREATE TABLE parley.message_templates (
    tenant_id uuid NOT NULL,
    template_key text NOT NULL,
    language text NOT NULL,
    channel parley.contact_channel NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    state parley.template_state NOT NULL,
    acts jsonb NOT NULL,
    changes integer DEFAULT 1 NOT NULL,
    CONSTRAINT message_templates_version_check CHECK ((version > 0))
);

ALTER TABLE ONLY parley.message_templates FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.message_templates OWNER TO parley_owner;

CREATE TABLE parley.notices (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    debt_id uuid NOT NULL,
    given_date date NOT NULL,
    effective_date date NOT NULL,
    before parley.debt_terms NOT NULL,
    after parley.debt_terms NOT NULL,
    actor text NOT NULL,
    created_time timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.notices FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.notices OWNER TO parley_owner;

CREATE TABLE parley.outbox (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    revision parley.ordinal NOT NULL,
    sequence parley.ordinal NOT NULL,
    event_id uuid NOT NULL,
    type text NOT NULL,
    debt_id uuid,
    entry_id uuid,
    amount bigint,
    currency parley.currency_code,
    state text NOT NULL,
    occurred_time timestamp with time zone NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    subject_id uuid,
    CONSTRAINT outbox_money_check CHECK (((amount IS NULL) = (currency IS NULL)))
);

ALTER TABLE ONLY parley.outbox FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.outbox OWNER TO parley_owner;

CREATE TABLE parley.payments (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    external_ref parley.reference NOT NULL,
    state parley.payment_state NOT NULL,
    amount parley.amount_paid NOT NULL,
    currency parley.currency_code NOT NULL,
    expected_date date,
    value_date date,
    method bytea NOT NULL,
    note bytea NOT NULL,
    instructions parley.payment_parts NOT NULL,
    strategy parley.split_strategy NOT NULL,
    allocation_order parley.bucket_order,
    parts parley.payment_parts NOT NULL,
    announced parley.payment_parts NOT NULL,
    landed_time timestamp with time zone,
    returned_date date,
    return_reason bytea NOT NULL,
    claimed_for uuid,
    actor text NOT NULL,
    content parley.digest NOT NULL,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    CONSTRAINT payments_desk_check CHECK (
CASE
    WHEN (debtor_id = '00000000-0000-0000-0000-000000000000'::uuid) THEN (((state)::smallint = ANY (ARRAY[3, 5, 6])) AND (((state)::smallint <> 6) OR (claimed_for IS NOT NULL)))
    ELSE (((state)::smallint = ANY (ARRAY[1, 2, 3, 4])) AND (claimed_for IS NULL))
END),
    CONSTRAINT payments_state_check CHECK (((((state)::smallint = ANY (ARRAY[1, 4])) = (value_date IS NULL)) AND (((state)::smallint = ANY (ARRAY[3, 4])) = (returned_date IS NOT NULL)) AND (((state)::smallint <> ALL (ARRAY[1, 4])) OR (expected_date IS NOT NULL))))
)
WITH (fillfactor='90');

ALTER TABLE ONLY parley.payments FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.payments OWNER TO parley_owner;

CREATE TABLE parley.publications (
    tenant_id uuid NOT NULL,
    xid xid8 NOT NULL,
    debtor_id uuid NOT NULL,
    revision bigint NOT NULL,
    sequence bigint NOT NULL,
    turn_token bigint NOT NULL,
    turn_until timestamp with time zone NOT NULL
)
WITH (fillfactor='50');

ALTER TABLE ONLY parley.publications FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.publications OWNER TO parley_owner;

CREATE TABLE parley.record_facts (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    kind parley.fact_kind NOT NULL,
    fact_id uuid NOT NULL,
    content bytea NOT NULL,
    revision parley.ordinal NOT NULL
);

ALTER TABLE ONLY parley.record_facts FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.record_facts OWNER TO parley_owner;

CREATE TABLE parley.record_parts (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    kind parley.part_kind NOT NULL,
    part_id uuid NOT NULL,
    content bytea NOT NULL,
    revision parley.ordinal NOT NULL,
    due date
);

ALTER TABLE ONLY parley.record_parts FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.record_parts OWNER TO parley_owner;

CREATE TABLE parley.released_texts (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    text_digest parley.digest NOT NULL,
    actor text NOT NULL,
    reason text NOT NULL,
    released_time timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.released_texts FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.released_texts OWNER TO parley_owner;

CREATE TABLE parley.rulebooks (
    tenant_id uuid NOT NULL,
    edition parley.ordinal NOT NULL,
    rulebook_id parley.reference NOT NULL,
    version parley.reference NOT NULL,
    content parley.reference NOT NULL,
    actor parley.reference NOT NULL,
    published_time timestamp with time zone NOT NULL
);

ALTER TABLE ONLY parley.rulebooks FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.rulebooks OWNER TO parley_owner;

CREATE TABLE parley.verdicts (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    verdict_id uuid NOT NULL,
    communication_id uuid,
    moment parley.verdict_moment NOT NULL,
    channel parley.contact_channel NOT NULL,
    purpose parley.contact_purpose NOT NULL,
    statutory parley.statutory_kind NOT NULL,
    technology parley.contact_technology NOT NULL,
    relation parley.relation_to_debt NOT NULL,
    representative_id uuid,
    contact_point_id uuid,
    debts uuid[] NOT NULL,
    in_reply_to uuid,
    conversation_id uuid,
    decision parley.gate_decision NOT NULL,
    until_time timestamp with time zone,
    answer parley.gate_answer NOT NULL,
    actor text NOT NULL,
    judged_time timestamp with time zone NOT NULL,
    CONSTRAINT verdicts_decision_check CHECK (((((decision)::text = 'DEFER'::text) = (until_time IS NOT NULL)) AND ((communication_id IS NULL) OR ((decision)::text <> 'REFUSE'::text))))
);

ALTER TABLE ONLY parley.verdicts FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.verdicts OWNER TO parley_owner;

CREATE TABLE parley.work_items (
    tenant_id uuid NOT NULL,
    debtor_id uuid NOT NULL,
    work_item_id uuid NOT NULL,
    debt_id uuid,
    kind parley.work_kind NOT NULL,
    state parley.work_state NOT NULL,
    priority parley.work_priority NOT NULL,
    due date,
    act parley.act_kind,
    act_amount bigint,
    act_currency parley.currency_code,
    act_bucket parley.bucket_number,
    act_value_date date,
    act_external_ref text NOT NULL,
    act_hold_id uuid,
    act_choice text NOT NULL,
    act_content parley.digest NOT NULL,
    reason bytea NOT NULL,
    asked_by text NOT NULL,
    claimed_by text NOT NULL,
    ended_by text NOT NULL,
    outcome bytea NOT NULL,
    entry_id uuid,
    revision parley.ordinal NOT NULL,
    created_time timestamp with time zone NOT NULL,
    updated_time timestamp with time zone NOT NULL,
    skill parley.work_skill DEFAULT 1 NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    offered_until timestamp with time zone,
    breached boolean DEFAULT false NOT NULL,
    CONSTRAINT work_items_act_check CHECK ((((act IS NULL) = ((kind)::text <> ALL (ARRAY['APPROVAL'::text, 'SMALL_BALANCE'::text]))) AND ((COALESCE((act)::integer, 0) = ANY (ARRAY[1, 2, 3, 5, 6])) = (act_amount IS NOT NULL)) AND ((act_amount IS NULL) = (act_currency IS NULL)) AND ((act_amount IS NULL) OR (act_amount > 0)) AND ((NOT ((act)::smallint IS DISTINCT FROM 4)) = (act_hold_id IS NOT NULL)) AND ((COALESCE((act)::integer, 0) = ANY (ARRAY[5, 6])) = (act_choice <> ''::text)) AND ((act IS NULL) OR ((act)::smallint = 4) OR (debt_id IS NOT NULL)))),
    CONSTRAINT work_items_asker_check CHECK ((((state)::text <> 'APPROVED'::text) OR (ended_by <> asked_by))),
    CONSTRAINT work_items_state_check CHECK (((asked_by <> ''::text) AND (((state)::text = ANY (ARRAY['OPEN'::text, 'CLAIMED'::text])) = (ended_by = ''::text)) AND (((state)::text <> 'OPEN'::text) OR (claimed_by = ''::text)) AND (((state)::text <> 'CLAIMED'::text) OR (claimed_by <> ''::text)) AND (((state)::text <> 'DONE'::text) OR (act IS NULL)) AND (((state)::text <> ALL (ARRAY['APPROVED'::text, 'REJECTED'::text])) OR (act IS NOT NULL)) AND ((entry_id IS NULL) OR ((state)::text = 'APPROVED'::text))))
);

ALTER TABLE ONLY parley.work_items FORCE ROW LEVEL SECURITY;

ALTER TABLE parley.work_items OWNER TO parley_owner;

ALTER TABLE ONLY parley.answers
    ADD CONSTRAINT answers_pkey PRIMARY KEY (tenant_id, request_id, principal, method);

ALTER TABLE ONLY parley.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (tenant_id, debtor_id, number);

ALTER TABLE ONLY parley.barred_addresses
    ADD CONSTRAINT barred_addresses_pkey PRIMARY KEY (tenant_id, debtor_id, digest, cause);

ALTER TABLE ONLY parley.communications
    ADD CONSTRAINT communications_pkey PRIMARY KEY (tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.contact_index
    ADD CONSTRAINT contact_index_pkey PRIMARY KEY (tenant_id, digest, debtor_id, contact_point_id);

ALTER TABLE ONLY parley.conversation_links
    ADD CONSTRAINT conversation_links_pkey PRIMARY KEY (tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.conversation_notes
    ADD CONSTRAINT conversation_notes_pkey PRIMARY KEY (tenant_id, debtor_id, note_id);

ALTER TABLE ONLY parley.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (tenant_id, debtor_id, conversation_id);

ALTER TABLE ONLY parley.creditors
    ADD CONSTRAINT creditors_code_key UNIQUE (tenant_id, code);

ALTER TABLE ONLY parley.creditors
    ADD CONSTRAINT creditors_pkey PRIMARY KEY (tenant_id, creditor_id);

ALTER TABLE ONLY parley.data_keys
    ADD CONSTRAINT data_keys_pkey PRIMARY KEY (tenant_id, debtor_id);

ALTER TABLE ONLY parley.dead_letters
    ADD CONSTRAINT dead_letters_pkey PRIMARY KEY (tenant_id, event_id);

ALTER TABLE ONLY parley.debt_references
    ADD CONSTRAINT debt_references_pkey PRIMARY KEY (tenant_id, external_ref, creditor_id);

ALTER TABLE ONLY parley.debtor_references
    ADD CONSTRAINT debtor_references_pkey PRIMARY KEY (tenant_id, external_ref);

ALTER TABLE ONLY parley.debtors
    ADD CONSTRAINT debtors_pkey PRIMARY KEY (tenant_id, debtor_id);

ALTER TABLE ONLY parley.debts
    ADD CONSTRAINT debts_pkey PRIMARY KEY (tenant_id, debtor_id, debt_id);

ALTER TABLE ONLY parley.entries
    ADD CONSTRAINT entries_number_key UNIQUE (tenant_id, debtor_id, debt_id, number);

ALTER TABLE ONLY parley.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (tenant_id, debtor_id, entry_id);

ALTER TABLE ONLY parley.holds
    ADD CONSTRAINT holds_pkey PRIMARY KEY (tenant_id, debtor_id, hold_id);

ALTER TABLE ONLY parley.inbound
    ADD CONSTRAINT inbound_pkey PRIMARY KEY (tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.inbound_references
    ADD CONSTRAINT inbound_references_pkey PRIMARY KEY (tenant_id, reference);

ALTER TABLE ONLY parley.kill_switch_releases
    ADD CONSTRAINT kill_switch_releases_pkey PRIMARY KEY (tenant_id, kill_switch_id);

ALTER TABLE ONLY parley.kill_switches
    ADD CONSTRAINT kill_switches_pkey PRIMARY KEY (tenant_id, kill_switch_id);

ALTER TABLE ONLY parley.message_templates
    ADD CONSTRAINT message_templates_pkey PRIMARY KEY (tenant_id, template_key, language, channel, version);

ALTER TABLE ONLY parley.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (tenant_id, debtor_id, notice_id);

ALTER TABLE ONLY parley.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (tenant_id, debtor_id, revision, sequence);

ALTER TABLE ONLY parley.payments
    ADD CONSTRAINT payments_external_ref_key UNIQUE (tenant_id, debtor_id, external_ref);

ALTER TABLE ONLY parley.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (tenant_id, debtor_id, payment_id);

ALTER TABLE ONLY parley.publications
    ADD CONSTRAINT publications_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY parley.record_facts
    ADD CONSTRAINT record_facts_pkey PRIMARY KEY (tenant_id, debtor_id, kind, fact_id);

ALTER TABLE ONLY parley.record_parts
    ADD CONSTRAINT record_parts_pkey PRIMARY KEY (tenant_id, debtor_id, kind, part_id);

ALTER TABLE ONLY parley.released_texts
    ADD CONSTRAINT released_texts_pkey PRIMARY KEY (tenant_id, debtor_id, text_digest, actor);

ALTER TABLE ONLY parley.rulebooks
    ADD CONSTRAINT rulebooks_pkey PRIMARY KEY (tenant_id, edition);

ALTER TABLE ONLY parley.rulebooks
    ADD CONSTRAINT rulebooks_version_key UNIQUE (tenant_id, rulebook_id, version);

ALTER TABLE ONLY parley.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY parley.verdicts
    ADD CONSTRAINT verdicts_pkey PRIMARY KEY (tenant_id, debtor_id, verdict_id);

ALTER TABLE ONLY parley.work_items
    ADD CONSTRAINT work_items_pkey PRIMARY KEY (tenant_id, debtor_id, work_item_id);

CREATE INDEX answers_answered_time_idx ON parley.answers USING btree (answered_time);

CREATE INDEX audit_revision_idx ON parley.audit USING btree (tenant_id, debtor_id, revision, number);

CREATE INDEX communications_dispatch_idx ON parley.communications USING btree (tenant_id, debtor_id, dispatch_time) WHERE ((state)::smallint <> 3);

CREATE INDEX communications_third_parties_idx ON parley.communications USING btree (tenant_id, debtor_id, dispatch_time) WHERE (((relation)::smallint = ANY (ARRAY[7, 8, 15])) AND ((outcome)::smallint = 12));

CREATE INDEX contact_index_debtor_idx ON parley.contact_index USING btree (tenant_id, debtor_id);

CREATE INDEX conversation_links_line_idx ON parley.conversation_links USING btree (tenant_id, debtor_id, line);

CREATE INDEX conversation_links_list_idx ON parley.conversation_links USING btree (tenant_id, debtor_id, conversation_id, line);

CREATE INDEX conversation_notes_list_idx ON parley.conversation_notes USING btree (tenant_id, debtor_id, conversation_id, note_id);

CREATE INDEX conversations_assigned_idx ON parley.conversations USING btree (tenant_id, assigned_to, conversation_id) WHERE (assigned_to <> ''::text);

CREATE INDEX conversations_list_idx ON parley.conversations USING btree (tenant_id, conversation_id);

CREATE INDEX dead_letters_asked_idx ON parley.dead_letters USING btree (tenant_id, event_id) WHERE retry_asked;

CREATE INDEX debts_creditor_idx ON parley.debts USING btree (creditor_id, debtor_id, debt_id);

CREATE UNIQUE INDEX entries_external_ref_key ON parley.entries USING btree (tenant_id, debtor_id, debt_id, external_ref) WHERE (external_ref <> ''::text);

CREATE UNIQUE INDEX entries_fee_cause_key ON parley.entries USING btree (tenant_id, debtor_id, debt_id, (((fee)::jsonb ->> 'cause_ref'::text))) WHERE ((kind)::smallint = 10);

CREATE INDEX inbound_clock_idx ON parley.inbound USING btree (tenant_id, parley.utc_day(suspends_until), debtor_id, communication_id) WHERE (((state)::smallint = ANY (ARRAY[1, 2, 3, 4])) AND (NOT breached));

CREATE INDEX inbound_list_idx ON parley.inbound USING btree (tenant_id, debtor_id, (((state)::smallint > 5)), communication_id) WHERE ((state)::smallint <> 8);

CREATE INDEX inbound_waiting_idx ON parley.inbound USING btree (tenant_id, debtor_id, suspends_until) WHERE ((state)::smallint = ANY (ARRAY[1, 2, 4]));

CREATE INDEX messages_id_idx ON parley.messages USING btree (communication_id);

CREATE UNIQUE INDEX messages_occasion_key ON parley.messages USING btree (tenant_id, debtor_id, occasion) WHERE (occasion <> ''::text);

CREATE INDEX messages_open_idx ON parley.messages USING btree (tenant_id, state, channel, updated_time) WHERE ((state)::smallint = ANY (ARRAY[2, 3]));

CREATE INDEX messages_queue_idx ON parley.messages USING btree (tenant_id, channel, not_before) WHERE ((state)::smallint = 1);

CREATE INDEX messages_waited_for_idx ON parley.messages USING btree (tenant_id, channel, not_before) WHERE (((state)::smallint = 1) AND ((purpose)::smallint = ANY (ARRAY[6, 7, 8, 13])));

CREATE INDEX notices_debt_idx ON parley.notices USING btree (tenant_id, debtor_id, debt_id);

CREATE INDEX outbox_feed_idx ON parley.outbox USING btree (tenant_id, xid, debtor_id, revision, sequence);

CREATE INDEX payments_open_idx ON parley.payments USING btree (tenant_id, debtor_id, state, payment_id) WHERE ((state)::smallint = ANY (ARRAY[1, 5]));

CREATE INDEX record_parts_clock_idx ON parley.record_parts USING btree (tenant_id, due, debtor_id, part_id) WHERE (due IS NOT NULL);

CREATE INDEX work_items_clock_idx ON parley.work_items USING btree (tenant_id, due, debtor_id, work_item_id) WHERE (((state)::text = ANY (ARRAY['OPEN'::text, 'CLAIMED'::text])) AND (NOT breached) AND (due IS NOT NULL));

CREATE INDEX work_items_ended_idx ON parley.work_items USING btree (tenant_id, state, priority, work_item_id) WHERE ((state)::text = ANY (ARRAY['DONE'::text, 'APPROVED'::text, 'REJECTED'::text]));

CREATE INDEX work_items_next_idx ON parley.work_items USING btree (tenant_id, priority, due, work_item_id) WHERE ((state)::text = 'OPEN'::text);

CREATE INDEX work_items_to_do_idx ON parley.work_items USING btree (tenant_id, priority, work_item_id) WHERE ((state)::text = ANY (ARRAY['OPEN'::text, 'CLAIMED'::text]));

ALTER TABLE ONLY parley.barred_addresses
    ADD CONSTRAINT barred_addresses_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.communications
    ADD CONSTRAINT communications_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.communications
    ADD CONSTRAINT communications_tenant_id_debtor_id_verdict_id_fkey FOREIGN KEY (tenant_id, debtor_id, verdict_id) REFERENCES parley.verdicts(tenant_id, debtor_id, verdict_id);

ALTER TABLE ONLY parley.contact_index
    ADD CONSTRAINT contact_index_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.conversation_links
    ADD CONSTRAINT conversation_links_tenant_id_debtor_id_communication_id_fkey FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES parley.communications(tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.conversation_links
    ADD CONSTRAINT conversation_links_tenant_id_debtor_id_conversation_id_fkey FOREIGN KEY (tenant_id, debtor_id, conversation_id) REFERENCES parley.conversations(tenant_id, debtor_id, conversation_id);

ALTER TABLE ONLY parley.conversation_notes
    ADD CONSTRAINT conversation_notes_tenant_id_debtor_id_conversation_id_fkey FOREIGN KEY (tenant_id, debtor_id, conversation_id) REFERENCES parley.conversations(tenant_id, debtor_id, conversation_id);

ALTER TABLE ONLY parley.conversations
    ADD CONSTRAINT conversations_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.dead_letters
    ADD CONSTRAINT dead_letters_tenant_id_debtor_id_revision_sequence_fkey FOREIGN KEY (tenant_id, debtor_id, revision, sequence) REFERENCES parley.outbox(tenant_id, debtor_id, revision, sequence);

ALTER TABLE ONLY parley.debt_references
    ADD CONSTRAINT debt_references_tenant_id_debtor_id_debt_id_fkey FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES parley.debts(tenant_id, debtor_id, debt_id);

ALTER TABLE ONLY parley.debtor_references
    ADD CONSTRAINT debtor_references_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.debts
    ADD CONSTRAINT debts_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.entries
    ADD CONSTRAINT entries_tenant_id_debtor_id_debt_id_fkey FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES parley.debts(tenant_id, debtor_id, debt_id);

ALTER TABLE ONLY parley.holds
    ADD CONSTRAINT holds_tenant_id_debtor_id_debt_id_fkey FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES parley.debts(tenant_id, debtor_id, debt_id);

ALTER TABLE ONLY parley.holds
    ADD CONSTRAINT holds_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.inbound_references
    ADD CONSTRAINT inbound_references_tenant_id_debtor_id_communication_id_fkey FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES parley.inbound(tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.inbound
    ADD CONSTRAINT inbound_tenant_id_debtor_id_answer_id_fkey FOREIGN KEY (tenant_id, debtor_id, answer_id) REFERENCES parley.communications(tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.inbound
    ADD CONSTRAINT inbound_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.kill_switch_releases
    ADD CONSTRAINT kill_switch_releases_tenant_id_kill_switch_id_fkey FOREIGN KEY (tenant_id, kill_switch_id) REFERENCES parley.kill_switches(tenant_id, kill_switch_id);

ALTER TABLE ONLY parley.kill_switches
    ADD CONSTRAINT kill_switches_tenant_id_creditor_id_fkey FOREIGN KEY (tenant_id, creditor_id) REFERENCES parley.creditors(tenant_id, creditor_id);

ALTER TABLE ONLY parley.message_templates
    ADD CONSTRAINT message_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES parley.tenants(tenant_id);

ALTER TABLE ONLY parley.messages
    ADD CONSTRAINT messages_tenant_id_debtor_id_communication_id_fkey FOREIGN KEY (tenant_id, debtor_id, communication_id) REFERENCES parley.communications(tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.messages
    ADD CONSTRAINT messages_tenant_id_debtor_id_follows_id_fkey FOREIGN KEY (tenant_id, debtor_id, follows_id) REFERENCES parley.messages(tenant_id, debtor_id, communication_id);

ALTER TABLE ONLY parley.notices
    ADD CONSTRAINT notices_tenant_id_debtor_id_debt_id_fkey FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES parley.debts(tenant_id, debtor_id, debt_id);

ALTER TABLE ONLY parley.payments
    ADD CONSTRAINT payments_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.publications
    ADD CONSTRAINT publications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES parley.tenants(tenant_id);

ALTER TABLE ONLY parley.record_facts
    ADD CONSTRAINT record_facts_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.record_parts
    ADD CONSTRAINT record_parts_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.released_texts
    ADD CONSTRAINT released_texts_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.verdicts
    ADD CONSTRAINT verdicts_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE ONLY parley.work_items
    ADD CONSTRAINT work_items_tenant_id_debtor_id_fkey FOREIGN KEY (tenant_id, debtor_id) REFERENCES parley.debtors(tenant_id, debtor_id);

ALTER TABLE parley.answers ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.audit ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.barred_addresses ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.communications ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.contact_index ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.conversation_links ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.conversation_notes ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.conversations ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.creditors ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.data_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.dead_letters ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.debt_references ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.debtor_references ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.debtors ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.debts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.entries ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.holds ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.inbound ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.inbound_references ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.kill_switch_releases ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.kill_switches ENABLE ROW LEVEL SECURITY;

CREATE POLICY list_of_tenants ON parley.tenants FOR SELECT TO parley_owner USING (true);

ALTER TABLE parley.message_templates ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.messages ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.notices ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.outbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY owner_of_message ON parley.messages FOR SELECT TO parley_owner USING (true);

ALTER TABLE parley.payments ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.publications ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.record_facts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.record_parts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.released_texts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.rulebooks ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON parley.answers USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.audit USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.barred_addresses USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.communications USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.contact_index USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.conversation_links USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.conversation_notes USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.conversations USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.creditors USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.data_keys USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.dead_letters USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.debt_references USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.debtor_references USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.debtors USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.debts USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.entries USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.holds USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.inbound USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.inbound_references USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.kill_switch_releases USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.kill_switches USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.message_templates USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.messages USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.notices USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.outbox USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.payments USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.publications USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.record_facts USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.record_parts USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.released_texts USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.rulebooks USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.tenants USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.verdicts USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

CREATE POLICY tenant ON parley.work_items USING ((tenant_id = parley.current_tenant())) WITH CHECK ((tenant_id = parley.current_tenant()));

ALTER TABLE parley.tenants ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.verdicts ENABLE ROW LEVEL SECURITY;

ALTER TABLE parley.work_items ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA parley TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.messages TO parley_app;

GRANT UPDATE(state) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(end_reason) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(was_handed_over) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(was_released) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(not_before) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(attempts) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(lease_token) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(lease_until) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(words) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(provider) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(provider_reference) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(provider_code) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.messages TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.messages TO parley_app;

REVOKE ALL ON FUNCTION parley.message_owner(id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION parley.message_owner(id uuid) TO parley_app;

GRANT SELECT ON TABLE parley.tenants TO parley_app;

GRANT SELECT,INSERT,DELETE ON TABLE parley.answers TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.audit TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.barred_addresses TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.communications TO parley_app;

GRANT UPDATE(talked_about) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(state) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(outcome) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(call_outcome) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(dispatch_time) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(note) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.communications TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.communications TO parley_app;

GRANT SELECT,INSERT,DELETE ON TABLE parley.contact_index TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.conversation_links TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.conversation_notes TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(state) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(debts) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(assigned_to) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(language) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(snoozed_until) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(reason) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(changed_by) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_in_id) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_in_channel) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_in_time) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_out_id) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_out_channel) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(last_out_time) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(read_by_person) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(read_by_team) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.conversations TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.conversations TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(display_name) ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(time_zone) ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(settings) ON TABLE parley.creditors TO parley_app;

GRANT UPDATE(language) ON TABLE parley.creditors TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.data_keys TO parley_app;

GRANT UPDATE(wrapped) ON TABLE parley.data_keys TO parley_app;

GRANT SELECT,INSERT,DELETE ON TABLE parley.dead_letters TO parley_app;

GRANT UPDATE(cause) ON TABLE parley.dead_letters TO parley_app;

GRANT UPDATE(tries) ON TABLE parley.dead_letters TO parley_app;

GRANT UPDATE(put_aside_time) ON TABLE parley.dead_letters TO parley_app;

GRANT UPDATE(retry_asked) ON TABLE parley.dead_letters TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.debt_references TO parley_app;

GRANT SELECT,INSERT,DELETE ON TABLE parley.debtor_references TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(record_revision) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(audit_number) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(audit_mac) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(kind) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(external_refs) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(display_name) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(birth_date) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(language) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(region) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(time_zone) ON TABLE parley.debtors TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.debtors TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.debts TO parley_app;

GRANT UPDATE(status) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(status_reason) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(owed_principal) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(owed_interest) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(owed_fees) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(owed_costs) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(owed_penalty) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(credit) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(last_value_date) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(entry_count) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(written_off) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(recovered) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(allocation_order) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_rule) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_version) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_basis) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_day_count) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_base) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_posting) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_from) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_rates_from) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_rates) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_cap) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_monthly_minimum) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(freezes_from) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(freezes_to) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(base_since) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(accrued_common) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(accrued_leap) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(posted_through) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_posted) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(close_code) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(left_date) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(order_level) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(interest_level) ON TABLE parley.debts TO parley_app;

GRANT UPDATE(payoff_quotes) ON TABLE parley.debts TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.entries TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.holds TO parley_app;

GRANT UPDATE(state) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(until_date) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(review_date) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(evidence) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(end_reason) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.holds TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.holds TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(content) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(hearing) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(state) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(matched_by) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(contact_point_id) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(debts) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(in_reply_to) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(suspends_until) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(triaged_by) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(triaged_time) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(answer_id) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(ended_by) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(ended_time) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(claimed_for) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.inbound TO parley_app;

GRANT UPDATE(breached) ON TABLE parley.inbound TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.inbound_references TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.kill_switch_releases TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.kill_switches TO parley_app;

GRANT USAGE ON SEQUENCE parley.message_leases TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.message_templates TO parley_app;

GRANT UPDATE(content) ON TABLE parley.message_templates TO parley_app;

GRANT UPDATE(state) ON TABLE parley.message_templates TO parley_app;

GRANT UPDATE(acts) ON TABLE parley.message_templates TO parley_app;

GRANT UPDATE(changes) ON TABLE parley.message_templates TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.notices TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.outbox TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.payments TO parley_app;

GRANT UPDATE(state) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(amount) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(value_date) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(parts) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(landed_time) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(returned_date) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(return_reason) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(claimed_for) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.payments TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.payments TO parley_app;

GRANT SELECT,INSERT,UPDATE ON TABLE parley.publications TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.record_facts TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.record_parts TO parley_app;

GRANT UPDATE(content) ON TABLE parley.record_parts TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.record_parts TO parley_app;

GRANT UPDATE(due) ON TABLE parley.record_parts TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.released_texts TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.rulebooks TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.verdicts TO parley_app;

GRANT SELECT,INSERT ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(state) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(priority) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(claimed_by) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(ended_by) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(outcome) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(entry_id) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(revision) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(updated_time) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(language) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(offered_until) ON TABLE parley.work_items TO parley_app;

GRANT UPDATE(breached) ON TABLE parley.work_items TO parley_app;

