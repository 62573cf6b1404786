// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/directory.h"

#include <array>
#include <string_view>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/directory_sql.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/person_records.h"
#include "adapters/postgres/records.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

// The desk is the first of all ids, so that no page after any id shows it.
constexpr std::string_view kOfDebtors = R"sql(
from debtors b
where b.tenant_id = :tenant and b.debtor_id > :after
order by b.debtor_id
limit :most::bigint)sql";
constexpr Query kListDebtors{kJoined<kSelect, kDebtorColumns, kOfDebtors>, kDebtorWidth};

// OFFSET keeps each look-up by a whole key; a plain join reads all references of the tenant as long
// as the planner has no statistics of a young table.
constexpr std::string_view kOfReferences = R"sql(
from (
  select distinct r.debtor_id
  from unnest(:refs::text[]) as p(external_ref), lateral (
    select r.debtor_id from debtor_references r
    where r.tenant_id = :tenant and r.external_ref = p.external_ref offset 0
  ) as r
) as found, lateral (
  select b.* from debtors b
  where b.tenant_id = :tenant and b.debtor_id = found.debtor_id offset 0
) as b)sql";
constexpr Query kFindDebtors{kJoined<kSelect, kDebtorColumns, kOfReferences>, kDebtorWidth};

constexpr std::string_view kOfReached = R"sql(
from (
  select distinct i.debtor_id from contact_index i
  where i.tenant_id = :tenant and i.digest = decode(:key, 'hex')
  order by i.debtor_id
  limit :most::bigint
) as found, lateral (
  select b.* from debtors b
  where b.tenant_id = :tenant and b.debtor_id = found.debtor_id offset 0
) as b
order by b.debtor_id)sql";
constexpr Query kFindReached{kJoined<kSelect, kDebtorColumns, kOfReached>, kDebtorWidth};

constexpr std::string_view kOfCreditors = R"sql(
from creditors c
where c.tenant_id = :tenant and c.creditor_id > :after
order by c.creditor_id
limit :most::bigint)sql";
constexpr Query kListCreditors{kJoined<kSelect, kCreditorColumns, kOfCreditors>, kCreditorWidth};

constexpr std::string_view kOfCode = R"sql(
from creditors c
where c.tenant_id = :tenant and c.creditor_id > :after and c.code = :code
limit :most::bigint)sql";
constexpr Query kFindCreditor{kJoined<kSelect, kCreditorColumns, kOfCode>, kCreditorWidth};

}  // namespace

absl::StatusOr<Debtor> PostgresDirectory::GetDebtor(TenantId tenant, DebtorId id) {
  const Records records{tenant, keys_};
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"debtor", id.ToString()}}};
  OneRow<Debtor> debtor(Reason::kDebtorNotFound);
  return debtor.After(pool_.Read(tenant, kGetDebtor, arguments, [&](RowReader& row) {
    return debtor.Take(ReadDebtor(records, row));
  }));
}

absl::StatusOr<std::vector<Debtor>> PostgresDirectory::ListDebtors(TenantId tenant, DebtorId after,
                                                                   int most) {
  const Records records{tenant, keys_};
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()}, {"after", after.ToString()}, {"most", absl::StrCat(most)}}};
  ManyRows<Debtor> debtors;
  return debtors.After(pool_.Read(tenant, kListDebtors, arguments, [&](RowReader& row) {
    return debtors.Take(ReadDebtor(records, row));
  }));
}

absl::StatusOr<std::vector<Debtor>> PostgresDirectory::FindDebtors(
    TenantId tenant, std::span<const std::string> external_refs) {
  if (external_refs.empty()) return std::vector<Debtor>();
  const Records records{tenant, keys_};
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"refs", ArrayText(external_refs)}}};
  ManyRows<Debtor> debtors;
  return debtors.After(pool_.Read(tenant, kFindDebtors, arguments, [&](RowReader& row) {
    return debtors.Take(ReadDebtor(records, row));
  }));
}

absl::StatusOr<DebtorRecord> PostgresDirectory::GetRecord(TenantId tenant, DebtorId id) {
  const Records records{tenant, keys_};
  const std::array debtors = {id};
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"debtors", ArrayText(debtors)}}};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> answers,
                          pool_.ReadTogether(tenant, kGetRecords, arguments));
  PARLEY_ASSIGN_OR_RETURN(std::vector<DebtorRecord> read, ReadRecords(records, debtors, answers));
  return std::move(read.front());
}

absl::StatusOr<std::vector<Debtor>> PostgresDirectory::FindReached(TenantId tenant,
                                                                   const Fingerprint& key,
                                                                   int most) {
  const Records records{tenant, keys_};
  const std::string_view bytes = BytesOf(key).bytes;
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()},
       {"key", absl::BytesToHexString({bytes.data(), bytes.size()})},
       {"most", absl::StrCat(most)}}};
  ManyRows<Debtor> debtors;
  return debtors.After(pool_.Read(tenant, kFindReached, arguments, [&](RowReader& row) {
    return debtors.Take(ReadDebtor(records, row));
  }));
}

absl::StatusOr<Creditor> PostgresDirectory::GetCreditor(TenantId tenant, CreditorId id) {
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"creditor", id.ToString()}}};
  OneRow<Creditor> creditor(Reason::kCreditorNotFound);
  return creditor.After(pool_.Read(tenant, kGetCreditor, arguments, [&](RowReader& row) {
    return creditor.Take(ReadCreditor(row));
  }));
}

absl::StatusOr<std::vector<Creditor>> PostgresDirectory::ListCreditors(
    TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) {
  std::vector<Argument> arguments = {
      {"tenant", tenant.ToString()}, {"after", after.ToString()}, {"most", absl::StrCat(most)}};
  if (code.has_value()) arguments.push_back({"code", *code});
  const Query& query = code.has_value() ? kFindCreditor : kListCreditors;
  ManyRows<Creditor> creditors;
  return creditors.After(pool_.Read(
      tenant, query, arguments, [&](RowReader& row) { return creditors.Take(ReadCreditor(row)); }));
}

}  // namespace parley::postgres
