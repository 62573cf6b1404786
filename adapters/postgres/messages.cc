// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/messages.h"

#include <array>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/message_records.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kByKeys = R"sql(
from unnest(:debtors::uuid[], :ids::uuid[]) as k(debtor_id, communication_id), lateral (
  select g.* from messages g
  where g.tenant_id = :tenant and g.debtor_id = k.debtor_id
    and g.communication_id = k.communication_id offset 0
) as g
order by g.debtor_id, g.communication_id)sql";
constexpr Query kFindAll{kJoined<kSelect, kMessageColumns, kByKeys>, kMessageWidth};

// Nobody takes a lease on them any more, and nobody counts what is under way until this is over.
constexpr Query kGuard{R"sql(
select pg_advisory_xact_lock_shared(hashtextextended('parley.hand_over:' || :tenant, 0)),
  (select count(*) from (
    select 1 from unnest(:debtors::uuid[], :ids::uuid[]) as k(debtor_id, communication_id)
    join messages g on g.tenant_id = :tenant::uuid and g.debtor_id = k.debtor_id
      and g.communication_id = k.communication_id
    order by g.debtor_id, g.communication_id
    for update of g) as held))sql",
                       2};

constexpr std::string_view kQueuedOfThem = R"sql(
from messages g
where g.tenant_id = :tenant and g.debtor_id = any(:debtors::uuid[]) and g.state = 1
order by g.communication_id)sql";
constexpr Query kQueuedOf{kJoined<kSelect, kMessageColumns, kQueuedOfThem>, kMessageWidth};

constexpr std::string_view kOfThatOccasion = R"sql(
from messages g
where g.tenant_id = :tenant and g.debtor_id = :debtor and g.occasion = :occasion
  and g.occasion <> '')sql";
constexpr Query kOfOccasion{kJoined<kSelect, kMessageColumns, kOfThatOccasion>, kMessageWidth};

constexpr Query kReleases{R"sql(
select r.debtor_id, r.text_digest, r.actor, r.reason, micros(r.released_time)
from released_texts r
where r.tenant_id = :tenant and r.debtor_id = :debtor
  and r.text_digest = decode(:digest, 'hex')
order by r.actor)sql",
                          5};

// Each half reads an index of its own as far as what is due, and the second no more than the first
// leaves room for.
constexpr Query kClaim{R"sql(
with waited_for as (
  select g.debtor_id, g.communication_id
  from messages g
  where g.tenant_id = :tenant and g.channel = :channel::smallint and g.state = 1
    and g.purpose in (6, 7, 8, 13) and g.not_before <= instant(:now::bigint)
    and (g.lease_until is null or g.lease_until <= clock_timestamp())
  order by g.not_before
  limit :most::bigint
  for update of g skip locked
), others as (
  select those.debtor_id, those.communication_id from (
    select g.debtor_id, g.communication_id
    from messages g
    where g.tenant_id = :tenant and g.channel = :channel::smallint and g.state = 1
      and g.purpose not in (6, 7, 8, 13) and g.not_before <= instant(:now::bigint)
      and (g.lease_until is null or g.lease_until <= clock_timestamp())
    order by g.not_before
    limit :most::bigint
    for update of g skip locked) as those
  limit :most::bigint - (select count(*) from waited_for)
), due as (
  select w.debtor_id, w.communication_id from waited_for w
  union all select o.debtor_id, o.communication_id from others o
)
update messages g set lease_token = nextval('message_leases'),
  lease_until = clock_timestamp() + :lease::bigint * interval '1 microsecond'
from due
where g.tenant_id = :tenant and g.debtor_id = due.debtor_id
  and g.communication_id = due.communication_id
returning g.debtor_id, g.communication_id, g.lease_token)sql",
                       3};

constexpr Query kLost{R"sql(
select g.debtor_id, g.communication_id, coalesce(g.lease_token, 0)
from messages g
where g.tenant_id = :tenant and g.state = 2
  and (g.lease_until is null or g.lease_until <= clock_timestamp())
order by g.updated_time
limit :most::bigint)sql",
                      3};

constexpr Query kUnknown{R"sql(
select g.debtor_id, g.communication_id
from messages g
where g.tenant_id = :tenant and g.state = 3 and g.channel = :channel::smallint
  and g.updated_time < instant(:before::bigint)
order by g.updated_time
limit :most::bigint)sql",
                         2};

// The lock is taken by one statement, and what others committed until then is seen by the next.
constexpr Query kAlone{R"sql(
select 1 from (
  select pg_advisory_xact_lock(hashtextextended('parley.hand_over:' || :tenant, 0))) as alone)sql",
                       1};
constexpr Query kUnderWay{R"sql(
select count(*) from messages g where g.tenant_id = :tenant and g.state = 2)sql",
                          1};

constexpr Query kOwner{R"sql(
select o.tenant_id, o.debtor_id from message_owner(:id::uuid) as o)sql",
                       2};

constexpr Query kBacklog{R"sql(
select g.channel, count(*) filter (where g.state = 1),
  count(*) filter (where g.state = 1 and g.not_before <= instant(:now::bigint)),
  count(*) filter (where g.state = 2), count(*) filter (where g.state = 3),
  micros(min(g.not_before) filter (where g.state = 1 and g.not_before <= instant(:now::bigint)))
from messages g
where g.tenant_id = :tenant and (g.state = 1 or g.state in (2, 3))
group by g.channel
order by g.channel)sql",
                         6};

std::vector<Argument> KeyArguments(TenantId tenant, std::span<const MessageKey> keys) {
  std::vector<DebtorId> debtors;
  std::vector<CommunicationId> ids;
  for (const MessageKey& key : keys) {
    debtors.push_back(key.debtor);
    ids.push_back(key.id);
  }
  return {{"tenant", tenant.ToString()},
          {"debtors", ArrayText(std::span<const DebtorId>(debtors))},
          {"ids", ArrayText(std::span<const CommunicationId>(ids))}};
}

std::string HexOf(const Fingerprint& text) {
  const std::string_view bytes = parley::BytesOf(text);
  return absl::BytesToHexString({bytes.data(), bytes.size()});
}

std::vector<Argument> ReleaseArguments(TenantId tenant, DebtorId debtor, const Fingerprint& text) {
  return {{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"digest", HexOf(text)}};
}

std::string Micros(absl::Time time) { return absl::StrCat(absl::ToUnixMicros(time)); }

std::string NumberOf(Channel channel) { return absl::StrCat(static_cast<int>(channel)); }

absl::StatusOr<ClaimedMessage> ReadClaimed(RowReader& row) {
  ClaimedMessage claimed;
  claimed.key.debtor = row.ReadId<DebtorId>();
  claimed.key.id = row.ReadId<CommunicationId>();
  claimed.token = row.Integer();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return claimed;
}

absl::StatusOr<MessageKey> ReadKey(RowReader& row) {
  MessageKey key;
  key.debtor = row.ReadId<DebtorId>();
  key.id = row.ReadId<CommunicationId>();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return key;
}

absl::StatusOr<ReleasedText> ReadRelease(RowReader& row) {
  ReleasedText released;
  released.debtor = row.ReadId<DebtorId>();
  released.text = row.Digest();
  released.actor = row.Text();
  released.reason = row.Text();
  released.released_time = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return released;
}

absl::StatusOr<ChannelBacklog> ReadBacklog(RowReader& row) {
  ChannelBacklog backlog;
  backlog.channel = row.Known(Numbered(row.Integer(), Channel::kCall, Channel::kPublicPost))
                        .value_or(Channel::kCall);
  backlog.queued = row.Integer();
  backlog.due = row.Integer();
  backlog.under_way = row.Integer();
  backlog.unknown = row.Integer();
  if (!row.NextIsNull()) backlog.oldest_due = row.Time();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return backlog;
}

template <typename Record>
std::optional<Record> FirstOf(std::vector<Record> found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace

absl::StatusOr<std::vector<Message>> PostgresMessages::FindAll(std::span<const MessageKey> keys) {
  ManyRows<Message> found;
  return found.After(
      session_.Select(kFindAll, KeyArguments(records_.tenant, keys),
                      [&](RowReader& row) { return found.Take(ReadMessage(records_, row)); }));
}

absl::StatusOr<std::vector<Message>> PostgresMessages::FindToHandOver(
    std::span<const MessageKey> keys) {
  PARLEY_RETURN_IF_ERROR(session_.Select(kGuard, KeyArguments(records_.tenant, keys),
                                         [](RowReader&) { return absl::OkStatus(); }));
  return FindAll(keys);
}

absl::StatusOr<std::vector<Message>> PostgresMessages::QueuedOf(std::span<const DebtorId> debtors) {
  ManyRows<Message> found;
  return found.After(session_.Select(
      kQueuedOf, {{"tenant", records_.tenant.ToString()}, {"debtors", ArrayText(debtors)}},
      [&](RowReader& row) { return found.Take(ReadMessage(records_, row)); }));
}

absl::StatusOr<std::optional<Message>> PostgresMessages::OfOccasion(DebtorId debtor,
                                                                    const std::string& occasion) {
  ManyRows<Message> found;
  PARLEY_ASSIGN_OR_RETURN(
      std::vector<Message> those,
      found.After(
          session_.Select(kOfOccasion,
                          {{"tenant", records_.tenant.ToString()},
                           {"debtor", debtor.ToString()},
                           {"occasion", occasion}},
                          [&](RowReader& row) { return found.Take(ReadMessage(records_, row)); })));
  return FirstOf(std::move(those));
}

absl::StatusOr<std::vector<ReleasedText>> PostgresMessages::ReleasesOf(DebtorId debtor,
                                                                       const Fingerprint& text) {
  ManyRows<ReleasedText> found;
  return found.After(session_.Select(kReleases, ReleaseArguments(records_.tenant, debtor, text),
                                     [&](RowReader& row) { return found.Take(ReadRelease(row)); }));
}

absl::StatusOr<std::vector<ClaimedMessage>> PostgresMessageQueue::Claim(const MessageClaim& claim) {
  const std::array<Argument, 5> arguments = {
      {{"tenant", claim.tenant.ToString()},
       {"channel", NumberOf(claim.channel)},
       {"now", Micros(claim.now)},
       {"most", absl::StrCat(claim.most)},
       {"lease", absl::StrCat(absl::ToInt64Microseconds(claim.lease))}}};
  ManyRows<ClaimedMessage> claimed;
  return claimed.After(pool_.Read(claim.tenant, kClaim, arguments,
                                  [&](RowReader& row) { return claimed.Take(ReadClaimed(row)); }));
}

absl::StatusOr<std::vector<ClaimedMessage>> PostgresMessageQueue::Lost(TenantId tenant, int most) {
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"most", absl::StrCat(most)}}};
  ManyRows<ClaimedMessage> lost;
  return lost.After(pool_.Read(tenant, kLost, arguments,
                               [&](RowReader& row) { return lost.Take(ReadClaimed(row)); }));
}

absl::StatusOr<std::vector<MessageKey>> PostgresMessageQueue::Unknown(TenantId tenant,
                                                                      Channel channel,
                                                                      absl::Time before, int most) {
  const std::array<Argument, 4> arguments = {{{"tenant", tenant.ToString()},
                                              {"channel", NumberOf(channel)},
                                              {"before", Micros(before)},
                                              {"most", absl::StrCat(most)}}};
  ManyRows<MessageKey> unknown;
  return unknown.After(pool_.Read(tenant, kUnknown, arguments,
                                  [&](RowReader& row) { return unknown.Take(ReadKey(row)); }));
}

absl::StatusOr<std::int64_t> PostgresMessageQueue::UnderWay(TenantId tenant) {
  const std::array<Argument, 1> arguments = {{{"tenant", tenant.ToString()}}};
  PARLEY_RETURN_IF_ERROR(
      pool_.Read(tenant, kAlone, arguments, [](RowReader&) { return absl::OkStatus(); }));
  OneRow<std::int64_t> count(Reason::kInternal);
  return count.After(pool_.Read(tenant, kUnderWay, arguments,
                                [&](RowReader& row) { return count.Take(row.Integer()); }));
}

absl::StatusOr<Message> PostgresMessageQueue::GetMessage(TenantId tenant, MessageKey key) {
  const std::array keys = {key};
  PARLEY_ASSIGN_OR_RETURN(std::vector<Message> found, GetMessages(tenant, keys));
  if (found.empty()) return Refuse(Reason::kCommunicationNotFound);
  return std::move(found.front());
}

absl::StatusOr<std::vector<Message>> PostgresMessageQueue::GetMessages(
    TenantId tenant, std::span<const MessageKey> keys) {
  const Records records{tenant, keys_};
  ManyRows<Message> found;
  return found.After(pool_.Read(tenant, kFindAll, KeyArguments(tenant, keys), [&](RowReader& row) {
    return found.Take(ReadMessage(records, row));
  }));
}

absl::StatusOr<MessageOwner> PostgresMessageQueue::OwnerOf(CommunicationId id) {
  const std::array<Argument, 1> arguments = {{{"id", id.ToString()}}};
  OneRow<MessageOwner> owner(Reason::kCommunicationNotFound);
  return owner.After(pool_.Read(TenantId(), kOwner, arguments, [&](RowReader& row) {
    const auto tenant = row.ReadId<TenantId>();
    const auto debtor = row.ReadId<DebtorId>();
    return owner.Take(MessageOwner{tenant, debtor});
  }));
}

absl::StatusOr<std::vector<ReleasedText>> PostgresMessageQueue::ReleasesOf(
    TenantId tenant, DebtorId debtor, const Fingerprint& text) {
  ManyRows<ReleasedText> found;
  return found.After(pool_.Read(tenant, kReleases, ReleaseArguments(tenant, debtor, text),
                                [&](RowReader& row) { return found.Take(ReadRelease(row)); }));
}

absl::StatusOr<std::vector<ChannelBacklog>> PostgresMessageQueue::Backlog(TenantId tenant,
                                                                          absl::Time now) {
  const std::array<Argument, 2> arguments = {{{"tenant", tenant.ToString()}, {"now", Micros(now)}}};
  ManyRows<ChannelBacklog> backlog;
  return backlog.After(pool_.Read(tenant, kBacklog, arguments,
                                  [&](RowReader& row) { return backlog.Take(ReadBacklog(row)); }));
}

}  // namespace parley::postgres
