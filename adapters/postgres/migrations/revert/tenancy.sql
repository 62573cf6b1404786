-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:tenancy from pg
BEGIN;
SET LOCAL search_path = parley;

DROP FUNCTION tenant_ids();
DROP TABLE tenants;
DROP FUNCTION current_tenant();
DROP FUNCTION schema_version();

COMMIT;
