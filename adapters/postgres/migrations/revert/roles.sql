-- SPDX-License-Identifier: Apache-2.0
-- Revert parley:roles from pg
-- The roles stay: other databases of the cluster may use them.
BEGIN;

DROP SCHEMA parley;

COMMIT;
