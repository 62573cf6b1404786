-- SPDX-License-Identifier: Apache-2.0
-- Verify parley:tenancy on pg
BEGIN;
SET LOCAL search_path = parley;

SELECT 1 / (schema_version() >= 1)::int;
SELECT 1 / (current_tenant() IS NULL)::int;
SELECT tenant_id, name, created_time FROM tenants WHERE false;
SELECT tenant_ids();

ROLLBACK;
