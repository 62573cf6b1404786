// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/admin.h"

#include <memory>
#include <optional>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/session.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kNotOwner = "42501";
constexpr std::string_view kTaken = "23505";

constexpr Query kVersion{R"sql(select schema_version())sql", 1};

constexpr Query kUnsafeSettings{R"sql(
select name from pg_settings
where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
  and setting = 'off'
order by name)sql",
                                1};

constexpr Query kCreateTenant{R"sql(
with tenant as (
  insert into tenants (tenant_id, name) values (:tenant, :name)
)
insert into debtors (tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac, kind,
  external_refs, display_name, birth_date, language, region, time_zone, created_time, updated_time)
values (:tenant, '00000000-0000-0000-0000-000000000000', 0, 0, 0, decode(repeat('00', 32), 'hex'),
  'DESK', '{}', '', '', '', '', '', now(), now())
returning 1)sql",
                              1};

}  // namespace

absl::Status CheckSchema(const ConnectionSettings& connection) {
  PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, Session::Open(connection));
  std::int64_t version = 0;
  absl::Status read = session->Select(kVersion, {}, [&](RowReader& row) {
    version = row.Integer();
    return absl::OkStatus();
  });
  if (!read.ok() && session->IsLost()) return read;
  if (version == kSchemaVersion) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      "The database has version ", version, " of the schema, and this program was built for ",
      kSchemaVersion, ": deploy the migrations of this release."));
}

absl::StatusOr<std::vector<std::string>> UnsafeSettings(const ConnectionSettings& connection) {
  PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, Session::Open(connection));
  std::vector<std::string> names;
  PARLEY_RETURN_IF_ERROR(session->Select(kUnsafeSettings, {}, [&](RowReader& row) {
    names.push_back(row.Text());
    return absl::OkStatus();
  }));
  return names;
}

absl::Status CreateTenant(const ConnectionSettings& connection, const NewTenant& tenant) {
  PARLEY_ASSIGN_OR_RETURN(const std::unique_ptr<Session> session, Session::Open(connection));
  PARLEY_RETURN_IF_ERROR(session->UseTenant(tenant.id));
  absl::Status created =
      session->Select(kCreateTenant, {{"tenant", tenant.id.ToString()}, {"name", tenant.name}},
                      [](RowReader&) { return absl::OkStatus(); });
  if (created.ok()) return created;
  const std::string& sqlstate = session->failure()->sqlstate;
  if (sqlstate == kNotOwner) {
    return Refuse(Reason::kAccessDenied, "Only the schema's owner or a superuser makes tenants.");
  }
  if (sqlstate == kTaken) return absl::AlreadyExistsError("There is a tenant of this id.");
  return created;
}

}  // namespace parley::postgres
