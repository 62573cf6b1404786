// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/audit_records.h"

#include <array>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/row_reader.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr Query kTenants{R"sql(select t from tenant_ids() as t)sql", 1};

constexpr Query kDigestNow{R"sql(
select pg_current_snapshot(), count(*), encode(sha256(convert_to(coalesce(string_agg(
    b.debtor_id::text || b.audit_number::text || encode(b.audit_mac, 'hex'), ''
    order by b.debtor_id), ''), 'UTF8')), 'hex')
from debtors b
where b.tenant_id = :tenant and b.audit_number > 0)sql",
                           3};

constexpr Query kDigestAt{R"sql(
select :position, count(*), encode(sha256(convert_to(coalesce(string_agg(
    head.debtor_id::text || head.number::text || encode(head.mac, 'hex'), ''
    order by head.debtor_id), ''), 'UTF8')), 'hex')
from (
  select distinct on (a.debtor_id) a.debtor_id, a.number, a.mac
  from audit a
  where a.tenant_id = :tenant and pg_visible_in_snapshot(a.xid, :position::pg_snapshot)
  order by a.debtor_id, a.number desc) as head)sql",
                          3};

// A row a line of the chains, and one for a head without any line. The first is the desk's, under
// the nil id. OFFSET keeps the look for lines a look at one debtor's.
constexpr Query kChains{R"sql(
select head.debtor_id, head.audit_number, head.audit_mac, a.number, micros(a.time), a.actor,
  a.action, a.request_id, a.revision, a.content, a.mac
from (
  select b.debtor_id, b.audit_number, b.audit_mac
  from debtors b
  where b.tenant_id = :tenant and b.debtor_id >= :after
    and (b.debtor_id > :after or :inclusive::boolean)
    and (b.audit_number > 0 or exists (
      select from audit a where a.tenant_id = :tenant and a.debtor_id = b.debtor_id offset 0))
  order by b.debtor_id
  limit :most::bigint) as head
left join audit a on a.tenant_id = :tenant and a.debtor_id = head.debtor_id
order by head.debtor_id, a.number)sql",
                        11};

absl::StatusOr<AuditRow> ReadAuditRow(DebtorId debtor, RowReader& row) {
  AuditRow audit;
  audit.debtor = debtor;
  audit.number = row.Integer();
  audit.time = row.Time();
  audit.actor = row.Text();
  audit.action = row.Text();
  audit.request_id = row.ReadId<RequestId>();
  audit.revision = row.Integer();
  audit.content = row.Digest();
  audit.mac = row.Digest();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return audit;
}

absl::Status TakeChainRow(RowReader& row, std::vector<AuditChain>& chains) {
  const auto debtor = row.ReadId<DebtorId>();
  AuditHead head;
  head.number = row.Integer();
  head.mac = row.Digest();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  if (chains.empty() || chains.back().debtor != debtor) chains.push_back({debtor, head, {}});
  if (row.NextIsNull()) return absl::OkStatus();
  PARLEY_ASSIGN_OR_RETURN(AuditRow audit, ReadAuditRow(debtor, row));
  chains.back().rows.push_back(std::move(audit));
  return absl::OkStatus();
}

absl::Status TakeDigest(RowReader& row, AuditDigest& digest) {
  digest.position = row.Text();
  digest.chains = row.Integer();
  digest.digest = row.Text();
  return row.sound() ? absl::OkStatus() : Refuse(Reason::kRecordCorrupt);
}

}  // namespace

absl::StatusOr<std::vector<TenantId>> PostgresAuditRecords::Tenants() {
  ManyRows<TenantId> tenants;
  return tenants.After(pool_.Read(TenantId(), kTenants, {}, [&](RowReader& row) {
    return tenants.Take(row.ReadId<TenantId>());
  }));
}

absl::StatusOr<AuditDigest> PostgresAuditRecords::DigestNow(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  AuditDigest digest;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kDigestNow, arguments,
                                    [&](RowReader& row) { return TakeDigest(row, digest); }));
  return digest;
}

absl::StatusOr<AuditDigest> PostgresAuditRecords::DigestAt(TenantId tenant,
                                                           const std::string& position) {
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"position", position}}};
  AuditDigest digest;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kDigestAt, arguments,
                                    [&](RowReader& row) { return TakeDigest(row, digest); }));
  return digest;
}

absl::StatusOr<std::vector<AuditChain>> PostgresAuditRecords::ChainsAfter(
    TenantId tenant, const std::optional<DebtorId>& after, int most) {
  const std::array<Argument, 4> arguments = {{{"tenant", tenant.ToString()},
                                              {"after", after.value_or(DebtorId()).ToString()},
                                              {"inclusive", after.has_value() ? "false" : "true"},
                                              {"most", absl::StrCat(most)}}};
  std::vector<AuditChain> chains;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kChains, arguments,
                                    [&](RowReader& row) { return TakeChainRow(row, chains); }));
  return chains;
}

}  // namespace parley::postgres
