// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/rulebooks.h"

#include <array>

#include "adapters/postgres/found_rows.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

constexpr Query kEdition{R"sql(
select coalesce(max(b.edition), 0) from rulebooks b where b.tenant_id = :tenant)sql",
                         1};
constexpr Query kAll{R"sql(
select b.edition, b.rulebook_id, b.version, b.content, b.actor, micros(b.published_time)
from rulebooks b
where b.tenant_id = :tenant
order by b.edition)sql",
                     6};

absl::StatusOr<PublishedRulebook> ReadRulebook(RowReader& row) {
  PublishedRulebook one;
  one.edition = row.Integer();
  one.id = row.Text();
  one.version = row.Text();
  one.text = row.Text();
  one.actor = row.Text();
  one.published_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return one;
}

}  // namespace

absl::StatusOr<std::int64_t> PostgresPublishedRulebooks::Edition() {
  OneRow<std::int64_t> edition(Reason::kInternal);
  return edition.After(
      session_.Select(kEdition, {{"tenant", tenant_.ToString()}},
                      [&](RowReader& row) { return edition.Take(row.Integer()); }));
}

absl::StatusOr<std::vector<PublishedRulebook>> PostgresPublishedRulebooks::All() {
  ManyRows<PublishedRulebook> all;
  return all.After(session_.Select(kAll, {{"tenant", tenant_.ToString()}},
                                   [&](RowReader& row) { return all.Take(ReadRulebook(row)); }));
}

absl::StatusOr<std::int64_t> PostgresRulebookShelf::Edition(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  OneRow<std::int64_t> edition(Reason::kInternal);
  return edition.After(pool_.Read(tenant, kEdition, arguments,
                                  [&](RowReader& row) { return edition.Take(row.Integer()); }));
}

absl::StatusOr<std::vector<PublishedRulebook>> PostgresRulebookShelf::ListPublished(
    TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  ManyRows<PublishedRulebook> all;
  return all.After(pool_.Read(tenant, kAll, arguments,
                              [&](RowReader& row) { return all.Take(ReadRulebook(row)); }));
}

}  // namespace parley::postgres
