// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/templates.h"

#include <array>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/message_records.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

constexpr Query kEdition{R"sql(
select coalesce(sum(t.changes), 0) from message_templates t where t.tenant_id = :tenant)sql",
                         1};

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kAllOfThem = R"sql(
from message_templates t
where t.tenant_id = :tenant
order by t.template_key, t.language, t.channel, t.version)sql";
constexpr Query kAll{kJoined<kSelect, kTemplateColumns, kAllOfThem>, kTemplateWidth};

constexpr std::string_view kOfName = R"sql(
from message_templates t
where t.tenant_id = :tenant and t.template_key = :key and t.language = :language
  and t.channel = :channel::smallint
order by t.version)sql";
constexpr Query kVersions{kJoined<kSelect, kTemplateColumns, kOfName>, kTemplateWidth};

std::array<Argument, 4> ArgumentsOf(TenantId tenant, const TemplateName& name) {
  return {{{"tenant", tenant.ToString()},
           {"key", name.key},
           {"language", name.language},
           {"channel", absl::StrCat(static_cast<int>(name.channel))}}};
}

}  // namespace

absl::StatusOr<std::int64_t> PostgresTemplates::Edition() {
  OneRow<std::int64_t> edition(Reason::kInternal);
  return edition.After(
      session_.Select(kEdition, {{"tenant", tenant_.ToString()}},
                      [&](RowReader& row) { return edition.Take(row.Integer()); }));
}

absl::StatusOr<std::vector<TemplateVersion>> PostgresTemplates::VersionsOf(
    const TemplateName& name) {
  ManyRows<TemplateVersion> versions;
  return versions.After(session_.Select(kVersions, ArgumentsOf(tenant_, name), [&](RowReader& row) {
    return versions.Take(ReadTemplate(row));
  }));
}

absl::StatusOr<std::int64_t> PostgresTemplateShelf::Edition(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  OneRow<std::int64_t> edition(Reason::kInternal);
  return edition.After(pool_.Read(tenant, kEdition, arguments,
                                  [&](RowReader& row) { return edition.Take(row.Integer()); }));
}

absl::StatusOr<std::vector<TemplateVersion>> PostgresTemplateShelf::ListVersions(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  ManyRows<TemplateVersion> versions;
  return versions.After(pool_.Read(
      tenant, kAll, arguments, [&](RowReader& row) { return versions.Take(ReadTemplate(row)); }));
}

absl::StatusOr<std::vector<TemplateVersion>> PostgresTemplateShelf::VersionsOf(
    TenantId tenant, const TemplateName& name) {
  ManyRows<TemplateVersion> versions;
  return versions.After(
      pool_.Read(tenant, kVersions, ArgumentsOf(tenant, name),
                 [&](RowReader& row) { return versions.Take(ReadTemplate(row)); }));
}

}  // namespace parley::postgres
