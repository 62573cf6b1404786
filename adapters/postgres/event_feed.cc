// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/event_feed.h"

#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/told_event.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// An event's transaction number is at least that of its own transaction. So once every transaction
// below a number is over, nothing below it can be added any more.
constexpr std::string_view kSelect = "select";
constexpr std::string_view kAfter = R"sql(
from outbox o
where o.tenant_id = :tenant
  and (o.xid, o.debtor_id, o.revision, o.sequence)
    > (:xid::xid8, :debtor::uuid, :revision::bigint, :sequence::bigint)
  and o.xid < pg_snapshot_xmin(pg_current_snapshot())
order by o.xid, o.debtor_id, o.revision, o.sequence
limit :most::bigint)sql";
constexpr Query kRead{kJoined<kSelect, kToldEventColumns, kAfter>, kToldEventWidth};

absl::StatusOr<ToldEvent> ReadEvent(RowReader& row) {
  ToldEvent told = ReadToldEvent(row);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return told;
}

}  // namespace

absl::StatusOr<std::vector<ToldEvent>> PostgresEventFeed::Read(TenantId tenant,
                                                               const EventPosition& after,
                                                               int most) {
  const std::array<Argument, 6> arguments = {{{"tenant", tenant.ToString()},
                                              {"xid", absl::StrCat(after.transaction)},
                                              {"debtor", after.debtor.ToString()},
                                              {"revision", absl::StrCat(after.revision)},
                                              {"sequence", absl::StrCat(after.sequence)},
                                              {"most", absl::StrCat(most)}}};
  ManyRows<ToldEvent> page;
  return page.After(pool_.Read(tenant, kRead, arguments,
                               [&](RowReader& row) { return page.Take(ReadEvent(row)); }));
}

}  // namespace parley::postgres
