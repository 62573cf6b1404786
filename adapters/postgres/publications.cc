// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/publications.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/stored_number.h"
#include "adapters/postgres/told_event.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect =
    "select d.cause, d.tries, micros(d.put_aside_time), "
    "d.retry_asked,";
constexpr std::size_t kWidth = 4 + kToldEventWidth;
constexpr std::string_view kOfTenant = R"sql(
from dead_letters d
join outbox o on o.tenant_id = d.tenant_id and o.debtor_id = d.debtor_id
  and o.revision = d.revision and o.sequence = d.sequence
where d.tenant_id = :tenant)sql";
constexpr std::string_view kOfId = " and d.event_id = :id";
constexpr std::string_view kAsked = R"sql(
  and d.retry_asked
order by d.event_id
limit 100)sql";
constexpr std::string_view kPage = R"sql(
  and d.event_id > :after
order by d.event_id
limit :most::bigint)sql";

constexpr Query kFind{kJoined<kSelect, kToldEventColumns, kOfTenant, kOfId>, kWidth};
constexpr Query kListAsked{kJoined<kSelect, kToldEventColumns, kOfTenant, kAsked>, kWidth};
constexpr Query kList{kJoined<kSelect, kToldEventColumns, kOfTenant, kPage>, kWidth};

constexpr Query kPosition{R"sql(
select p.xid::text::bigint, p.debtor_id, p.revision, p.sequence
from publications p
where p.tenant_id = :tenant)sql",
                          4};

constexpr Query kTake{R"sql(
insert into publications as p (tenant_id, xid, debtor_id, revision, sequence, turn_token,
  turn_until)
values (:tenant, :xid::xid8, :debtor::uuid, :revision::bigint, :sequence::bigint, 1,
  clock_timestamp() + :duration::bigint * interval '1 microsecond')
on conflict (tenant_id) do update
set turn_token = p.turn_token + 1, turn_until = excluded.turn_until
where p.turn_until <= clock_timestamp() and p.xid = excluded.xid
  and p.debtor_id = excluded.debtor_id and p.revision = excluded.revision
  and p.sequence = excluded.sequence
returning p.turn_token)sql",
                      1};

// One that was dropped meanwhile does not come back.
constexpr Query kComplete{R"sql(
with moved as (
  update publications p set xid = :xid::xid8, debtor_id = :debtor::uuid,
    revision = :revision::bigint, sequence = :sequence::bigint, turn_until = clock_timestamp()
  where p.tenant_id = :tenant and p.turn_token = :token::bigint
  returning 1
), put_aside as (
  insert into dead_letters (tenant_id, event_id, debtor_id, revision, sequence, cause, tries,
    put_aside_time, retry_asked)
  select :tenant::uuid, u.event_id, u.debtor_id, u.revision, u.sequence, u.cause, u.tries,
    instant(u.put_aside_time), false
  from moved, unnest(:events::uuid[], :debtors::uuid[], :revisions::bigint[], :sequences::bigint[],
      :causes::smallint[], :tries::integer[], :times::bigint[])
    as u(event_id, debtor_id, revision, sequence, cause, tries, put_aside_time)
  on conflict (tenant_id, event_id) do nothing
), refused_again as (
  update dead_letters d set cause = u.cause, tries = u.tries,
    put_aside_time = instant(u.put_aside_time), retry_asked = false
  from moved, unnest(:again::uuid[], :again_causes::smallint[], :again_tries::integer[],
      :again_times::bigint[]) as u(event_id, cause, tries, put_aside_time)
  where d.tenant_id = :tenant and d.event_id = u.event_id
), published as (
  delete from dead_letters d
  using moved
  where d.tenant_id = :tenant and d.event_id = any(:published::uuid[])
)
select count(*) from moved)sql",
                          1};

absl::StatusOr<DeadLetter> ReadLetter(RowReader& row) {
  DeadLetter letter;
  letter.cause =
      row.Known(Numbered(row.Integer(), DeadLetterCause::kTooLarge, DeadLetterCause::kRefused))
          .value_or(DeadLetterCause::kRefused);
  letter.tries = static_cast<int>(row.Integer());
  letter.put_aside_time = row.Time();
  letter.retry_asked = row.Boolean();
  letter.told = ReadToldEvent(row);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return letter;
}

absl::StatusOr<EventPosition> ReadPosition(RowReader& row) {
  EventPosition position;
  position.transaction = row.Integer();
  position.debtor = row.ReadId<DebtorId>();
  position.revision = row.Integer();
  position.sequence = row.Integer();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return position;
}

std::vector<Argument> PlaceArguments(TenantId tenant, const EventPosition& position) {
  return {{"tenant", tenant.ToString()},
          {"xid", absl::StrCat(position.transaction)},
          {"debtor", position.debtor.ToString()},
          {"revision", absl::StrCat(position.revision)},
          {"sequence", absl::StrCat(position.sequence)}};
}

// One array a name, of what `part` makes of each letter.
template <typename PartOf>
Argument ArrayOf(const char* name, const std::vector<DeadLetter>& letters, PartOf part) {
  std::vector<decltype(part(letters.front()))> parts;
  parts.reserve(letters.size());
  for (const DeadLetter& letter : letters) parts.push_back(part(letter));
  return {name, ArrayText(parts)};
}

EventId IdOf(const DeadLetter& letter) { return letter.told.event.id; }
int CauseOf(const DeadLetter& letter) { return static_cast<int>(letter.cause); }
int TriesOf(const DeadLetter& letter) { return letter.tries; }
absl::Time TimeOf(const DeadLetter& letter) { return letter.put_aside_time; }

}  // namespace

absl::StatusOr<DeadLetter> PostgresDeadLetters::Find(EventId id) {
  OneRow<DeadLetter> found(Reason::kDeadLetterNotFound);
  return found.After(session_.Select(kFind, {{"tenant", tenant_.ToString()}, {"id", id.ToString()}},
                                     [&](RowReader& row) { return found.Take(ReadLetter(row)); }));
}

absl::StatusOr<PublishedUpTo> PostgresPublications::Find(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  ManyRows<EventPosition> positions;
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<EventPosition> stands,
      positions.After(pool_.Read(tenant, kPosition, arguments, [&](RowReader& row) {
        return positions.Take(ReadPosition(row));
      })));
  ManyRows<DeadLetter> asked;
  PublishedUpTo stand;
  if (!stands.empty()) stand.position = stands.front();
  PARLEY_ASSIGN_OR_RETURN(
      stand.asked, asked.After(pool_.Read(tenant, kListAsked, arguments, [&](RowReader& row) {
        return asked.Take(ReadLetter(row));
      })));
  return stand;
}

absl::StatusOr<std::optional<std::int64_t>> PostgresPublications::Take(
    TenantId tenant, const EventPosition& position, absl::Duration duration) {
  std::vector<Argument> arguments = PlaceArguments(tenant, position);
  arguments.push_back({"duration", absl::StrCat(absl::ToInt64Microseconds(duration))});
  ManyRows<std::int64_t> tokens;
  PARLEY_ASSIGN_OR_RETURN(const std::vector<std::int64_t> taken,
                          tokens.After(pool_.Read(tenant, kTake, arguments, [&](RowReader& row) {
                            return tokens.Take(row.Integer());
                          })));
  return taken.empty() ? std::nullopt : std::optional(taken.front());
}

absl::StatusOr<bool> PostgresPublications::Complete(TenantId tenant, const PublishedTurn& turn) {
  const auto place = [](auto member) {
    return [member](const DeadLetter& letter) { return letter.told.position.*member; };
  };
  std::vector<Argument> arguments = PlaceArguments(tenant, turn.position);
  arguments.insert(arguments.end(),
                   {{"token", absl::StrCat(turn.token)},
                    ArrayOf("events", turn.put_aside, IdOf),
                    ArrayOf("debtors", turn.put_aside, place(&EventPosition::debtor)),
                    ArrayOf("revisions", turn.put_aside, place(&EventPosition::revision)),
                    ArrayOf("sequences", turn.put_aside, place(&EventPosition::sequence)),
                    ArrayOf("causes", turn.put_aside, CauseOf),
                    ArrayOf("tries", turn.put_aside, TriesOf),
                    ArrayOf("times", turn.put_aside, TimeOf),
                    ArrayOf("again", turn.refused_again, IdOf),
                    ArrayOf("again_causes", turn.refused_again, CauseOf),
                    ArrayOf("again_tries", turn.refused_again, TriesOf),
                    ArrayOf("again_times", turn.refused_again, TimeOf),
                    {"published", ArrayText(turn.published_again)}});
  OneRow<std::int64_t> moved(Reason::kInternal);
  PARLEY_ASSIGN_OR_RETURN(const std::int64_t count,
                          moved.After(pool_.Read(tenant, kComplete, arguments, [&](RowReader& row) {
                            return moved.Take(row.Integer());
                          })));
  return count > 0;
}

absl::StatusOr<std::vector<DeadLetter>> PostgresPublications::ListDeadLetters(TenantId tenant,
                                                                              EventId after,
                                                                              int most) {
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()}, {"after", after.ToString()}, {"most", absl::StrCat(most)}}};
  ManyRows<DeadLetter> page;
  return page.After(pool_.Read(tenant, kList, arguments,
                               [&](RowReader& row) { return page.Take(ReadLetter(row)); }));
}

}  // namespace parley::postgres
