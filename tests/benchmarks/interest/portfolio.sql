-- SPDX-License-Identifier: Apache-2.0
-- Invented debts that bear interest since the end of the month before last, one a debtor, as the
-- application would have placed them; psql's variables are `tenant`, `debts` and `prefix`, eight
-- hexadecimal digits with which ids begin. It runs as a superuser, who may leave out that each row
-- is checked against the one that it refers to: who uses them has them checked.
begin;
set local search_path = parley;
set local session_replication_role = replica;

create temporary view invented as
select :'tenant'::uuid as tenant_id, n,
  (:'prefix' || '-' || lpad(to_hex(n / 65536), 4, '0') || '-7' || substr(tail, 1, 3) || '-8'
    || substr(tail, 4, 3) || '-' || lpad(to_hex(n % 65536), 4, '0') || substr(tail, 7, 8))::uuid
    as id,
  (date_trunc('month', now()) - interval '1 month 1 day')::date as opened,
  100000 + 7 * (n % 100000) as principal
from (select n, md5(n::text) as tail from generate_series(1, :debts) as n) as numbers;

insert into tenants (tenant_id, name) values (:'tenant', 'invented') on conflict do nothing;
insert into creditors (tenant_id, creditor_id, code, display_name, time_zone, revision,
  created_time, updated_time)
values (:'tenant', :'tenant', 'invented-lender', 'Invented Lender (example)', 'Europe/Berlin', 1,
  now(), now());
insert into debtors (tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac, kind,
  external_refs, display_name, birth_date, language, region, time_zone, created_time, updated_time)
select tenant_id, id, 2, 1, 0, decode(repeat('00', 32), 'hex'), 'NATURAL_PERSON',
  array['PERSON-' || n], convert_to('Example Person ' || n, 'UTF8'), '', 'de', 'DE',
  'Europe/Berlin', now(), now()
from invented;
insert into debtor_references (tenant_id, external_ref, debtor_id)
select tenant_id, 'PERSON-' || n, id from invented;
insert into debts (tenant_id, debtor_id, debt_id, creditor_id, external_ref, currency, status,
  status_reason, owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit,
  itemisation_kind, itemisation_date, origin, agreement_reference, co_debtors, last_value_date,
  entry_count, content, revision, created_time, updated_time, interest_rule, interest_version,
  interest_basis, interest_day_count, interest_base, interest_posting, interest_from,
  interest_rates_from, interest_rates, interest_monthly_minimum, base_since, accrued_common,
  accrued_leap, posted_through, interest_posted)
select tenant_id, id, id, tenant_id, 'LOAN-' || n, 'EUR', 'ACTIVE', '', principal, 0, 0, 0, 0, 0,
  1, opened, '{"original_creditor": "Invented Lender (example)", "product": "loan"}', '', '[]',
  opened, 1, sha256(''), 2, now(), now(), 'late-interest', 1, 'the contract, clause 7', 1, 1, 1,
  opened, array[opened], array[500000000], 0, opened, 0, 0, opened, 0
from invented;
insert into debt_references (tenant_id, external_ref, creditor_id, debtor_id, debt_id)
select tenant_id, 'LOAN-' || n, tenant_id, id, id from invented;
insert into entries (tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind,
  value_date, booked_time, amount, reason, actor, content, accounts, amounts)
select tenant_id, id, id, id, 1, '', 1, opened, now(), principal, '', 'importer', sha256(''),
  '{1,11}', array[principal, -principal]
from invented;
commit;
