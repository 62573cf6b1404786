// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/timelines.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/told_event.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// The first audit row of a revision is of the change that made it, later ones are of reads. A
// change of which no event tells stands at 0 of its revision. LIMIT and OFFSET keep each look for a
// revision's rows a look at one revision's, however long a debtor's timeline is.
constexpr std::string_view kPlaces = R"sql(
with told as (
  select o.revision, o.sequence
  from outbox o
  where o.tenant_id = :tenant and o.debtor_id = :debtor
    and (o.revision, o.sequence) > (:revision::bigint, :sequence::bigint)
    and o.type = any(:types::text[])
  order by o.revision, o.sequence
  limit :most::bigint
), changed as (
  select r.revision, 0 as sequence
  from (
    select distinct a.revision
    from audit a
    where :changes::boolean and a.tenant_id = :tenant and a.debtor_id = :debtor
      and a.revision > :revision::bigint) r
  where not exists (
    select from outbox o
    where o.tenant_id = :tenant and o.debtor_id = :debtor and o.revision = r.revision offset 0)
  order by r.revision
  limit :most::bigint
), place as (
  select t.revision, t.sequence from told t
  union all
  select c.revision, c.sequence from changed c
  order by 1, 2
  limit :most::bigint
)
select p.revision, p.sequence, )sql";

constexpr std::string_view kRest = R"sql(,
  micros(a.time), a.actor, a.action, a.request_id, t.type, t.subject_id
from place p
left join lateral (
  select e.xid, e.debtor_id, e.revision, e.sequence, e.event_id, e.type, e.debt_id, e.entry_id,
    e.subject_id, e.amount, e.currency, e.state, e.occurred_time
  from outbox e
  where e.tenant_id = :tenant and e.debtor_id = :debtor and e.revision = p.revision
    and e.sequence = p.sequence
  limit 1) o on true
left join lateral (
  select b.time, b.actor, b.action, b.request_id
  from audit b
  where b.tenant_id = :tenant and b.debtor_id = :debtor and b.revision = p.revision
  order by b.number
  limit 1) a on true
left join lateral (
  select e.type, e.subject_id
  from outbox e
  where e.tenant_id = :tenant and e.debtor_id = :debtor and e.revision = p.revision
    and e.type = any(:triggers::text[])
  order by array_position(:triggers::text[], e.type), e.sequence
  limit 1) t on true
order by p.revision, p.sequence)sql";
constexpr std::size_t kCauseWidth = 4;
constexpr std::size_t kWidth = 2 + kToldEventWidth + kCauseWidth + 2;
constexpr Query kRead{kJoined<kPlaces, kToldEventColumns, kRest>, kWidth};

std::string NamesOf(std::span<const EventType> types) {
  std::vector<std::string_view> names;
  names.reserve(types.size());
  for (const EventType type : types) names.push_back(NameOf(type));
  return ArrayText(names);
}

void ReadCause(RowReader& row, TimelineEntry& entry) {
  if (row.NextIsNull()) return row.Skip(kCauseWidth);
  const absl::Time time = row.Time();
  if (!entry.event.has_value()) entry.time = time;
  entry.cause.emplace();
  entry.cause->actor = row.Text();
  entry.cause->action = row.Text();
  entry.cause->request_id = RequestId(row.ReadUuid());
}

void ReadTrigger(RowReader& row, TimelineEntry& entry) {
  if (!entry.event.has_value() || row.NextIsNull()) return row.Skip(2);
  TimelineTrigger trigger;
  trigger.type = row.Named(EventTypeNamed).value_or(EventType::kInboundReceived);
  trigger.subject = row.UuidOrNil();
  if (trigger.subject != entry.event->subject) entry.trigger = trigger;
}

absl::StatusOr<TimelineEntry> ReadEntry(RowReader& row) {
  TimelineEntry entry;
  entry.position.revision = row.Integer();
  entry.position.sequence = row.Integer();
  if (row.NextIsNull()) {
    row.Skip(kToldEventWidth);
  } else {
    entry.event = ReadToldEvent(row).event;
    entry.time = entry.event->occurred_time;
  }
  ReadCause(row, entry);
  ReadTrigger(row, entry);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return entry;
}

}  // namespace

absl::StatusOr<std::vector<TimelineEntry>> PostgresTimelines::Read(
    TenantId tenant, DebtorId debtor, const TimelineSelection& selection,
    const TimelinePosition& after, int most) {
  const std::array<Argument, 8> arguments = {{{"tenant", tenant.ToString()},
                                              {"debtor", debtor.ToString()},
                                              {"revision", absl::StrCat(after.revision)},
                                              {"sequence", absl::StrCat(after.sequence)},
                                              {"types", NamesOf(selection.types)},
                                              {"changes", selection.changes ? "true" : "false"},
                                              {"triggers", NamesOf(TimelineTriggers())},
                                              {"most", absl::StrCat(most)}}};
  ManyRows<TimelineEntry> page;
  return page.After(pool_.Read(tenant, kRead, arguments,
                               [&](RowReader& row) { return page.Take(ReadEntry(row)); }));
}

}  // namespace parley::postgres
