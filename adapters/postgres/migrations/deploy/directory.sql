-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:directory to pg
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

CREATE TABLE creditors (
  tenant_id uuid NOT NULL,
  creditor_id uuid NOT NULL,
  code text NOT NULL,
  display_name text NOT NULL,
  time_zone text NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, creditor_id),
  CONSTRAINT creditors_code_key UNIQUE (tenant_id, code)
);
ALTER TABLE creditors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON creditors
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (display_name, time_zone, revision, updated_time)
  ON creditors TO parley_app;

-- A debtor's row is also the lock of everything that is recorded about them, and keeps the head of
-- their audit chain. The row of the nil id is the tenant's desk.
CREATE TABLE debtors (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  revision bigint NOT NULL,
  record_revision bigint NOT NULL,
  audit_number bigint NOT NULL,
  audit_mac digest NOT NULL,
  kind debtor_kind NOT NULL,
  external_refs text[] NOT NULL,
  display_name bytea NOT NULL,
  birth_date bytea NOT NULL,
  language text NOT NULL,
  region text NOT NULL,
  time_zone text NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id),
  CONSTRAINT debtors_desk_check
    CHECK ((kind = 'DESK') = (debtor_id = '00000000-0000-0000-0000-000000000000')),
  CONSTRAINT debtors_numbers_check
    CHECK (revision >= record_revision AND record_revision >= 0 AND audit_number >= 0)
) WITH (fillfactor = 80);
ALTER TABLE debtors ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON debtors
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (revision, record_revision, audit_number, audit_mac, kind,
                              external_refs, display_name, birth_date, language, region, time_zone,
                              updated_time)
  ON debtors TO parley_app;

-- Finds a debtor by a reference; the same references as in the debtor's row.
CREATE TABLE debtor_references (
  tenant_id uuid NOT NULL,
  external_ref reference NOT NULL,
  debtor_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, external_ref),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors
);
ALTER TABLE debtor_references ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON debtor_references
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, DELETE ON debtor_references TO parley_app;

COMMIT;
