// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/key_keeping.h"

#include <array>
#include <optional>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/substitute.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/transaction.h"
#include "adapters/postgres/write_arrays.h"
#include "application/ports/store.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr Query kOneKey{R"sql(
select debtor_id, wrapped from data_keys
where tenant_id = :tenant and wrapped <> ''
order by debtor_id
limit 1)sql",
                        2};

constexpr Query kDebtorsAfter{R"sql(
select debtor_id from debtors
where tenant_id = :tenant and debtor_id > :after
order by debtor_id
limit 200)sql",
                              1};

// Kept in clear: neither empty nor sealed.
constexpr std::string_view kIsClear =
    R"sql(substring(t.$1 from 1 for 1) not in ('\x'::bytea, '\xfe'::bytea))sql";

constexpr Query kAnswersAfter{R"sql(
select t.request_id, t.debtor_id from answers t
where t.tenant_id = :tenant and t.request_id > :after
order by t.request_id
fetch first 200 rows with ties)sql",
                              2};

constexpr Query kKeysAfter{R"sql(
select debtor_id, wrapped from data_keys
where tenant_id = :tenant and debtor_id >= :after and wrapped <> ''
order by debtor_id
limit 200)sql",
                           2};

// A key that was destroyed meanwhile is not what was read.
constexpr std::string_view kRewrap = R"sql(
update data_keys k set wrapped = u.anew
from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as u(debtor_id, wrapped, anew)
where k.tenant_id = $1::uuid and k.debtor_id = u.debtor_id and k.wrapped = u.wrapped)sql";

std::string WithNames(std::string_view sql, const PersonalColumn& column,
                      std::string_view key = "") {
  const auto view = [](std::string_view text) {
    return absl::string_view(text.data(), text.size());
  };
  return absl::Substitute(view(sql), view(column.table), view(column.column), view(column.row),
                          view(key));
}

std::string ClearSql(const PersonalColumn& column, std::string_view key) {
  constexpr std::string_view kSelect = R"sql(
select t.ctid::text, t.debtor_id, t.$2, t.$1 from $0 t
where t.tenant_id = :tenant and t.$3 = any(:rows::uuid[]) and )sql";
  return WithNames(kSelect, column, key) + WithNames(kIsClear, column);
}

std::string CountSql(const PersonalColumn& column) {
  return WithNames("select count(*) from $0 t where t.tenant_id = :tenant and ", column) +
         WithNames(kIsClear, column);
}

std::string ReplaceSql(const PersonalColumn& column) {
  // Parameters of the statement are put in last: `$1` is a name before.
  const std::string set = WithNames("update $0 t set $1 = u.value ", column);
  return set +
         "from unnest($2::text[], $3::bytea[]) as u(place, value) "
         "where t.tenant_id = $1::uuid and t.ctid = u.place::tid";
}

// Seals the column's clear values of these rows, whose debtors are locked.
absl::StatusOr<std::int64_t> SealColumn(Session& session, const Records& records,
                                        const PersonalColumn& column, std::string_view key,
                                        const std::string& rows) {
  WriteArrays sealed;
  const std::string sql = ClearSql(column, key);
  PARLEY_RETURN_IF_ERROR(
      session.Select({sql, 4}, {{"tenant", records.tenant.ToString()}, {"rows", rows}},
                     [&](RowReader& row) -> absl::Status {
                       const std::string place = row.Text();
                       const auto debtor = row.ReadId<DebtorId>();
                       const Uuid id = row.ReadUuid();
                       const std::string text = row.Bytes();
                       if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
                       const std::string bytes = records.Encode(column, {debtor, id}, text);
                       sealed.Add(place, Bytes{bytes});
                       return absl::OkStatus();
                     }));
  const auto count = static_cast<std::int64_t>(sealed.size());
  if (sealed.empty()) return count;
  std::vector<Parameter> parameters = {records.tenant.ToString()};
  for (Parameter& array : std::move(sealed).Take()) parameters.push_back(std::move(array));
  Pipeline pipeline(session);
  pipeline.Add(
      absl::StrCat("seal_", std::string(column.table), "_", std::string(column.column)),
      [&] { return ReplaceSql(column); }, std::move(parameters));
  PARLEY_RETURN_IF_ERROR(pipeline.Run().status());
  return count;
}

}  // namespace

absl::Status CheckKeys(SessionPool& pool, const DataKeys& keys) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<TenantId> tenants,
                          PostgresAuditRecords(pool).Tenants());
  std::optional<bool> opens;
  for (auto tenant = tenants.begin(); tenant != tenants.end() && !opens.has_value(); ++tenant) {
    const std::array<Argument, 1> arguments = {{{"tenant", tenant->ToString()}}};
    PARLEY_RETURN_IF_ERROR(pool.Read(*tenant, kOneKey, arguments, [&](RowReader& row) {
      const auto debtor = row.ReadId<DebtorId>();
      opens = keys.Unwrap(*tenant, debtor, row.Bytes()) != nullptr;
      return absl::OkStatus();
    }));
  }
  if (opens.value_or(true)) return absl::OkStatus();
  return absl::FailedPreconditionError(
      "The personal key is not the one that this database's keys are wrapped by: name that one, "
      "as --unwrap-key when it is a past one.");
}

absl::StatusOr<std::int64_t> KeyKeeping::SealAll(TenantId tenant) {
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t of_debtors, SealDebtors(tenant));
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t answers, SealAnswers(tenant));
  return of_debtors + answers;
}

absl::StatusOr<std::int64_t> KeyKeeping::SealDebtors(TenantId tenant) {
  constexpr std::span kColumns = std::span(kPersonalColumns).first(kPersonalColumns.size() - 1);
  static_assert(kPersonalColumns.back().table == kAnswer.table);
  std::int64_t sealed = 0;
  // The desk comes before everybody else, alone.
  Page page{{kDesk}, {kDesk.uuid()}};
  while (!page.debtors.empty()) {
    PARLEY_ASSIGN_OR_RETURN(const std::int64_t more, SealPage(tenant, page, "debtor_id", kColumns));
    sealed += more;
    const DebtorId after = page.debtors.back();
    page = {};
    const std::array<Argument, 2> arguments = {
        {{"tenant", tenant.ToString()}, {"after", after.ToString()}}};
    PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kDebtorsAfter, arguments, [&](RowReader& row) {
      const auto debtor = row.ReadId<DebtorId>();
      page.debtors.push_back(debtor);
      page.rows.push_back(debtor.uuid());
      return absl::OkStatus();
    }));
  }
  return sealed;
}

// Answers are reached by their requests: they have no index by debtor.
absl::StatusOr<std::int64_t> KeyKeeping::SealAnswers(TenantId tenant) {
  std::int64_t sealed = 0;
  Uuid after;
  for (;;) {
    std::set<DebtorId> debtors;
    std::vector<Uuid> rows;
    const std::array<Argument, 2> arguments = {
        {{"tenant", tenant.ToString()}, {"after", after.ToString()}}};
    PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kAnswersAfter, arguments, [&](RowReader& row) {
      rows.push_back(row.ReadUuid());
      debtors.insert(row.ReadId<DebtorId>());
      return absl::OkStatus();
    }));
    if (rows.empty()) return sealed;
    after = rows.back();
    const Page page{{debtors.begin(), debtors.end()}, std::move(rows)};
    PARLEY_ASSIGN_OR_RETURN(const std::int64_t more,
                            SealPage(tenant, page, kAnswer.row, std::array{kAnswer}));
    sealed += more;
  }
}

absl::StatusOr<std::int64_t> KeyKeeping::SealPage(TenantId tenant, const Page& page,
                                                  std::string_view key,
                                                  std::span<const PersonalColumn> columns) {
  PARLEY_ASSIGN_OR_RETURN(const Lease lease, pool_.Acquire(tenant));
  const Records records{tenant, keys_};
  Batch batch(records);
  PARLEY_RETURN_IF_ERROR(Begin(*lease, tenant, page.debtors, batch).status());
  const std::string rows = ArrayText(page.rows);
  std::int64_t sealed = 0;
  for (const PersonalColumn& column : columns) {
    PARLEY_ASSIGN_OR_RETURN(const std::int64_t more,
                            SealColumn(*lease, records, column, key, rows));
    sealed += more;
  }
  PARLEY_RETURN_IF_ERROR(WriteAndCommit(*lease, tenant, batch));
  return sealed;
}

absl::StatusOr<std::vector<KeyKeeping::ClearValues>> KeyKeeping::FindClear(TenantId tenant) {
  std::vector<ClearValues> found;
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  for (const PersonalColumn& column : kPersonalColumns) {
    const std::string sql = CountSql(column);
    std::int64_t count = 0;
    PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, {sql, 1}, arguments, [&](RowReader& row) {
      count = row.Integer();
      return absl::OkStatus();
    }));
    if (count > 0) {
      found.push_back(
          {absl::StrCat(std::string(column.table), ".", std::string(column.column)), count});
    }
  }
  return found;
}

absl::StatusOr<std::int64_t> KeyKeeping::RewrapAll(TenantId tenant) {
  std::int64_t rewrapped = 0;
  DebtorId after;
  for (;;) {
    WriteArrays rows;
    DebtorId last = after;
    const std::array<Argument, 2> arguments = {
        {{"tenant", tenant.ToString()}, {"after", after.ToString()}}};
    PARLEY_RETURN_IF_ERROR(
        pool_.Read(tenant, kKeysAfter, arguments, [&](RowReader& row) -> absl::Status {
          last = row.ReadId<DebtorId>();
          const std::string wrapped = row.Bytes();
          if (keys_.IsCurrent(wrapped)) return absl::OkStatus();
          const std::optional<std::string> anew = keys_.Rewrap(tenant, last, wrapped);
          if (!anew.has_value()) return Refuse(Reason::kRecordCorrupt);
          rows.Add(last, Bytes{wrapped}, Bytes{*anew});
          return absl::OkStatus();
        }));
    rewrapped += static_cast<std::int64_t>(rows.size());
    if (!rows.empty()) {
      std::vector<Parameter> parameters = {tenant.ToString()};
      for (Parameter& array : std::move(rows).Take()) parameters.push_back(std::move(array));
      PARLEY_ASSIGN_OR_RETURN(const Lease lease, pool_.Acquire(tenant));
      PARLEY_RETURN_IF_ERROR(lease->UseTenant(tenant));
      Pipeline pipeline(*lease);
      pipeline.Add("rewrap", kRewrap, std::move(parameters));
      PARLEY_RETURN_IF_ERROR(pipeline.Run().status());
    }
    if (last == after) return rewrapped;
    after = last;
  }
}

}  // namespace parley::postgres
