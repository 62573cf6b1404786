// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/event_feed.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/row_reader.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// An event's transaction number is at least that of its own transaction. So once every transaction
// below a number is over, nothing below it can be added any more.
constexpr Query kRead{R"sql(
select o.xid::text::bigint, o.debtor_id, o.revision, o.sequence, o.event_id, o.type, o.debt_id,
  o.entry_id, o.subject_id, o.amount, coalesce(o.currency, ''), o.state, micros(o.occurred_time)
from outbox o
where o.tenant_id = :tenant
  and (o.xid, o.debtor_id, o.revision, o.sequence)
    > (:xid::xid8, :debtor::uuid, :revision::bigint, :sequence::bigint)
  and o.xid < pg_snapshot_xmin(pg_current_snapshot())
order by o.xid, o.debtor_id, o.revision, o.sequence
limit :most::bigint)sql",
                      13};

absl::StatusOr<ToldEvent> ReadEvent(RowReader& row) {
  ToldEvent told;
  told.position.transaction = row.Integer();
  told.position.debtor = row.ReadId<DebtorId>();
  told.position.revision = row.Integer();
  told.position.sequence = row.Integer();
  told.revision = told.position.revision;
  Event& event = told.event;
  event.debtor = told.position.debtor;
  event.id = row.ReadId<EventId>();
  event.type = row.Named(EventTypeNamed).value_or(EventType::kDebtReceived);
  event.debt = DebtId(row.UuidOrNil());
  event.entry = EntryId(row.UuidOrNil());
  event.subject = row.UuidOrNil();
  const std::optional<std::int64_t> amount = row.IntegerOrNone();
  const std::string code = row.Text();
  if (amount.has_value()) {
    if (const auto currency = row.Known(Currency::Find(code)); currency.has_value()) {
      event.amount = Money(*amount, *currency);
    }
  }
  event.state = row.Text();
  event.occurred_time = row.Time();
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
