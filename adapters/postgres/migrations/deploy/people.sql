-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:people to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Numbers that are frozen, because they are stored.
CREATE DOMAIN fact_kind AS smallint CHECK (VALUE BETWEEN 1 AND 5);
CREATE DOMAIN part_kind AS smallint CHECK (VALUE BETWEEN 1 AND 5);
CREATE DOMAIN suppression_cause AS smallint CHECK (VALUE BETWEEN 1 AND 4);

-- What somebody said or did, once and for ever: consents, places where they may be, tries to show
-- who they are, preferences, working hours. All that it says is sealed.
CREATE TABLE record_facts (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  kind fact_kind NOT NULL,
  fact_id uuid NOT NULL,
  content bytea NOT NULL,
  revision ordinal NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, kind, fact_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
ALTER TABLE record_facts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON record_facts
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON record_facts TO parley_app;

-- What has a life: contact points, opt-outs, inconveniences, support needs, representatives. All
-- that it says is sealed.
CREATE TABLE record_parts (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  kind part_kind NOT NULL,
  part_id uuid NOT NULL,
  content bytea NOT NULL,
  revision ordinal NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, kind, part_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
ALTER TABLE record_parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON record_parts
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (content, revision) ON record_parts TO parley_app;

-- The blind index: who is reached at a contact point, by a keyed digest of its address. A row goes
-- when the point is retired, reached somebody else, or its debtor was erased.
CREATE TABLE contact_index (
  tenant_id uuid NOT NULL,
  digest digest NOT NULL,
  debtor_id uuid NOT NULL,
  contact_point_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, digest, debtor_id, contact_point_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
CREATE INDEX contact_index_debtor_idx ON contact_index (tenant_id, debtor_id);
ALTER TABLE contact_index ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_index
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, DELETE ON contact_index TO parley_app;

-- Addresses to which nothing may be sent, by the same digests. They outlive what is known of whom
-- they belong to.
CREATE TABLE barred_addresses (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  digest digest NOT NULL,
  cause suppression_cause NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, digest, cause),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
ALTER TABLE barred_addresses ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON barred_addresses
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON barred_addresses TO parley_app;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 15;

COMMIT;
