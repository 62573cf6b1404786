-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:directory on pg
BEGIN;
SET LOCAL ROLE parley_app;
SET LOCAL search_path = parley;

SELECT tenant_id, creditor_id, code, display_name, time_zone, revision, created_time, updated_time
FROM creditors WHERE false;
SELECT tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac, kind,
  external_refs, display_name, birth_date, language, region, time_zone, created_time, updated_time
FROM debtors WHERE false;
SELECT tenant_id, external_ref, debtor_id FROM debtor_references WHERE false;

ROLLBACK;
