-- SPDX-License-Identifier: Apache-2.0
-- Deploy parley:ledger to pg
BEGIN;
SET LOCAL ROLE parley_owner;
SET LOCAL search_path = parley;

-- Amounts are minor units of the debt's currency. The creditor lives on the tenant's desk, so no
-- foreign key leads there: one debtor's writers never wait for another's.
CREATE TABLE debts (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  debt_id uuid NOT NULL,
  creditor_id uuid NOT NULL,
  external_ref text NOT NULL CHECK (external_ref <> ''),
  currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  status text NOT NULL CHECK (status IN (
    'RECEIVED', 'REJECTED', 'ACTIVE', 'ON_PLAN', 'AWAITING_DECISION', 'PAID', 'SETTLED', 'RECALLED',
    'RETURNED', 'WRITTEN_OFF', 'CLOSED')),
  status_reason bytea NOT NULL,
  owed_principal bigint NOT NULL CHECK (owed_principal >= 0),
  owed_interest bigint NOT NULL CHECK (owed_interest >= 0),
  owed_fees bigint NOT NULL CHECK (owed_fees >= 0),
  owed_costs bigint NOT NULL CHECK (owed_costs >= 0),
  owed_penalty bigint NOT NULL CHECK (owed_penalty >= 0),
  credit bigint NOT NULL CHECK (credit BETWEEN 0 AND 4000000000000000000),
  itemisation_kind smallint NOT NULL CHECK (itemisation_kind BETWEEN 1 AND 5),
  itemisation_date date NOT NULL,
  origin jsonb NOT NULL,
  agreement_reference bytea NOT NULL,
  co_debtors jsonb NOT NULL,
  last_value_date date NOT NULL,
  entry_count bigint NOT NULL CHECK (entry_count >= 0),
  content bytea NOT NULL CHECK (octet_length(content) = 32),
  revision bigint NOT NULL CHECK (revision >= 1),
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, debt_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  -- Credit is held only when nothing is owed.
  CONSTRAINT debts_position_check CHECK (
    owed_principal + owed_interest + owed_fees + owed_costs + owed_penalty
      <= 4000000000000000000 * (credit = 0)::int::bigint),
  CONSTRAINT debts_value_date_check CHECK (last_value_date >= itemisation_date)
) WITH (fillfactor = 80);
ALTER TABLE debts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON debts
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT, UPDATE (status, status_reason, owed_principal, owed_interest, owed_fees,
                              owed_costs, owed_penalty, credit, last_value_date, entry_count,
                              revision, updated_time)
  ON debts TO parley_app;

-- Lists of one creditor's debts. A status changes rarely and is left out, so that a posting, which
-- changes no indexed column, stays within its page. The tenant does not lead: without statistics of
-- a young table the planner would else take this index, with a gap in it, for the primary key's.
CREATE INDEX debts_creditor_idx ON debts (creditor_id, debtor_id, debt_id);

-- Finds a debt by its reference, with or without the creditor.
CREATE TABLE debt_references (
  tenant_id uuid NOT NULL,
  external_ref text NOT NULL,
  creditor_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  debt_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, external_ref, creditor_id),
  FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES debts
);
ALTER TABLE debt_references ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON debt_references
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON debt_references TO parley_app;

-- One immutable line of a debt's journal, with its postings side by side: accounts[i] gets
-- amounts[i]. Numbers of kinds, accounts and buckets (a bucket is its receivable) are frozen.
CREATE TABLE entries (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  debt_id uuid NOT NULL,
  number bigint NOT NULL CHECK (number >= 1),
  external_ref text NOT NULL,
  kind smallint NOT NULL CHECK (kind BETWEEN 1 AND 6),
  value_date date NOT NULL,
  booked_time timestamptz NOT NULL,
  amount bigint NOT NULL,
  bucket smallint CHECK (bucket BETWEEN 1 AND 5),
  reason bytea NOT NULL,
  actor text NOT NULL,
  linked uuid,
  content bytea NOT NULL CHECK (octet_length(content) = 32),
  accounts smallint[] NOT NULL,
  amounts bigint[] NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, entry_id),
  CONSTRAINT entries_number_key UNIQUE (tenant_id, debtor_id, debt_id, number),
  FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES debts,
  -- An opening is signed, a correction moves what was there, any other fact says how much.
  CONSTRAINT entries_amount_check CHECK (kind = 1 OR amount > 0 OR (kind = 6 AND amount = 0)),
  CONSTRAINT entries_linked_check CHECK ((kind IN (5, 6)) = (linked IS NOT NULL)),
  -- Spelled out because a journal's postings are few, and a function called for each row is dear.
  CONSTRAINT entries_postings_check CHECK (
    cardinality(amounts) BETWEEN 2 AND 8
    AND cardinality(accounts) = cardinality(amounts)
    AND array_position(amounts, NULL) IS NULL
    AND array_position(accounts, NULL) IS NULL
    AND (amounts[1] + amounts[2] + coalesce(amounts[3], 0) + coalesce(amounts[4], 0)
         + coalesce(amounts[5], 0) + coalesce(amounts[6], 0) + coalesce(amounts[7], 0)
         + coalesce(amounts[8], 0) = 0) IS TRUE)
);
ALTER TABLE entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON entries
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON entries TO parley_app;

CREATE UNIQUE INDEX entries_external_ref_key
  ON entries (tenant_id, debtor_id, debt_id, external_ref) WHERE external_ref <> '';

COMMIT;
