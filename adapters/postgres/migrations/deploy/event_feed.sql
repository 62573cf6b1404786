-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:event_feed to pg
BEGIN;
SET LOCAL lock_timeout = '10s';
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- How the facts are told to others: a tenant's, in the order of their transactions' numbers.
CREATE INDEX outbox_feed_idx ON outbox (tenant_id, xid, debtor_id, revision, sequence);

-- Numbers were given before locks. A debtor's events never go back in number, as those written from
-- now on do not. The owner sees every tenant's while the policy does not bind it.
ALTER TABLE outbox NO FORCE ROW LEVEL SECURITY;
UPDATE outbox o SET xid = f.xid
FROM (
  SELECT tenant_id, debtor_id, revision, sequence,
    max(xid::text::numeric) OVER (PARTITION BY tenant_id, debtor_id ORDER BY revision, sequence)
      ::text::xid8 AS xid
  FROM outbox
) f
WHERE o.tenant_id = f.tenant_id AND o.debtor_id = f.debtor_id AND o.revision = f.revision
  AND o.sequence = f.sequence AND o.xid <> f.xid;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION schema_version() RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 17;

COMMIT;
