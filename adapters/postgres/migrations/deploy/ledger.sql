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
  external_ref reference NOT NULL,
  currency currency_code NOT NULL,
  status debt_status NOT NULL,
  status_reason bytea NOT NULL,
  owed_principal amount_held NOT NULL,
  owed_interest amount_held NOT NULL,
  owed_fees amount_held NOT NULL,
  owed_costs amount_held NOT NULL,
  owed_penalty amount_held NOT NULL,
  credit amount_held NOT NULL,
  itemisation_kind itemisation_kind NOT NULL,
  itemisation_date date NOT NULL,
  origin jsonb NOT NULL,
  agreement_reference bytea NOT NULL,
  co_debtors jsonb NOT NULL,
  last_value_date date NOT NULL,
  entry_count bigint NOT NULL,
  content digest NOT NULL,
  revision ordinal NOT NULL,
  created_time timestamptz NOT NULL,
  updated_time timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, debt_id),
  FOREIGN KEY (tenant_id, debtor_id) REFERENCES debtors,
  -- Credit is held only when nothing is owed.
  CONSTRAINT debts_position_check CHECK (
    owed_principal + owed_interest + owed_fees + owed_costs + owed_penalty
      <= 4000000000000000000 * (credit = 0)::int::bigint),
  CONSTRAINT debts_journal_check
    CHECK (last_value_date >= itemisation_date AND entry_count >= 0)
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

-- One immutable line of a debt's journal, with its postings side by side. A bucket has the number
-- of its receivable.
CREATE TABLE entries (
  tenant_id uuid NOT NULL,
  debtor_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  debt_id uuid NOT NULL,
  number ordinal NOT NULL,
  external_ref text NOT NULL,
  kind entry_kind NOT NULL,
  value_date date NOT NULL,
  booked_time timestamptz NOT NULL,
  amount bigint NOT NULL,
  bucket bucket_number,
  reason bytea NOT NULL,
  actor text NOT NULL,
  linked uuid,
  content digest NOT NULL,
  accounts posting_accounts NOT NULL,
  amounts posting_amounts NOT NULL,
  PRIMARY KEY (tenant_id, debtor_id, entry_id),
  CONSTRAINT entries_number_key UNIQUE (tenant_id, debtor_id, debt_id, number),
  FOREIGN KEY (tenant_id, debtor_id, debt_id) REFERENCES debts,
  -- An opening is signed, a correction moves what was there, any other fact says how much.
  CONSTRAINT entries_amount_check CHECK (kind = 1 OR amount > 0 OR (kind = 6 AND amount = 0)),
  CONSTRAINT entries_linked_check CHECK ((kind IN (5, 6)) = (linked IS NOT NULL)),
  CONSTRAINT entries_postings_check CHECK (cardinality(accounts) = cardinality(amounts))
);
ALTER TABLE entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON entries
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON entries TO parley_app;

CREATE UNIQUE INDEX entries_external_ref_key
  ON entries (tenant_id, debtor_id, debt_id, external_ref) WHERE external_ref <> '';

COMMIT;
