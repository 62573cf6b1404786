// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/inbound.h"

#include <array>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/inbound_records.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelect = "select ";
constexpr std::string_view kOfId = R"sql(
from inbound i
where i.tenant_id = :tenant and i.debtor_id = :debtor and i.communication_id = :id)sql";
constexpr Query kFind{kJoined<kSelect, kInboundColumns, kOfId>, kInboundWidth};

constexpr std::string_view kByPlaces = R"sql(
from unnest(:debtors::uuid[], :ids::uuid[]) as k(debtor_id, communication_id), lateral (
  select i.* from inbound i
  where i.tenant_id = :tenant and i.debtor_id = k.debtor_id
    and i.communication_id = k.communication_id offset 0
) as i)sql";
constexpr Query kFindAll{kJoined<kSelect, kInboundColumns, kByPlaces>, kInboundWidth};

// 1 to 5 wait for an answer; the index begins with that.
constexpr std::string_view kListed = R"sql(
from inbound i
where i.tenant_id = :tenant and i.debtor_id = :debtor and i.state <> 8
  and (i.state > 5, i.communication_id) > (:answered::smallint = 1, :after::uuid)
order by (i.state > 5), i.communication_id
limit :most::bigint)sql";
constexpr Query kList{kJoined<kSelect, kInboundColumns, kListed>, kInboundWidth};

constexpr Query kReference{R"sql(
select r.debtor_id, r.communication_id
from inbound_references r
where r.tenant_id = :tenant and r.reference = decode(:reference, 'hex'))sql",
                           2};

std::array<Argument, 3> ArgumentsOf(TenantId tenant, DebtorId debtor, CommunicationId id) {
  return {{{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"id", id.ToString()}}};
}

std::string HexOf(const Fingerprint& reference) {
  const std::string_view bytes = parley::BytesOf(reference);
  return absl::BytesToHexString({bytes.data(), bytes.size()});
}

absl::StatusOr<InboundPlace> ReadPlace(RowReader& row) {
  InboundPlace place;
  place.debtor = row.ReadId<DebtorId>();
  place.id = row.ReadId<CommunicationId>();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return place;
}

}  // namespace

absl::StatusOr<InboundItem> PostgresInbound::Find(DebtorId debtor, CommunicationId id) {
  OneRow<InboundItem> one(Reason::kInboundNotFound);
  return one.After(
      session_.Select(kFind, ArgumentsOf(records_.tenant, debtor, id),
                      [&](RowReader& row) { return one.Take(ReadInbound(records_, row)); }));
}

absl::StatusOr<InboundItem> PostgresInboundDesk::GetInbound(TenantId tenant, DebtorId debtor,
                                                            CommunicationId id) {
  const Records records{tenant, keys_};
  OneRow<InboundItem> one(Reason::kInboundNotFound);
  return one.After(pool_.Read(tenant, kFind, ArgumentsOf(tenant, debtor, id),
                              [&](RowReader& row) { return one.Take(ReadInbound(records, row)); }));
}

absl::StatusOr<std::vector<InboundItem>> PostgresInboundDesk::GetInboundItems(
    TenantId tenant, std::span<const InboundPlace> places) {
  const Records records{tenant, keys_};
  std::vector<DebtorId> debtors;
  std::vector<CommunicationId> ids;
  for (const InboundPlace& place : places) {
    debtors.push_back(place.debtor);
    ids.push_back(place.id);
  }
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()},
       {"debtors", ArrayText(std::span<const DebtorId>(debtors))},
       {"ids", ArrayText(std::span<const CommunicationId>(ids))}}};
  ManyRows<InboundItem> found;
  return found.After(pool_.Read(tenant, kFindAll, arguments, [&](RowReader& row) {
    return found.Take(ReadInbound(records, row));
  }));
}

absl::StatusOr<std::optional<InboundPlace>> PostgresInboundDesk::FindReference(
    TenantId tenant, const Fingerprint& reference) {
  const std::array<Argument, 2> arguments = {
      {{"tenant", tenant.ToString()}, {"reference", HexOf(reference)}}};
  ManyRows<InboundPlace> found;
  PARLEY_ASSIGN_OR_RETURN(
      const std::vector<InboundPlace> those,
      found.After(pool_.Read(tenant, kReference, arguments,
                             [&](RowReader& row) { return found.Take(ReadPlace(row)); })));
  return those.empty() ? std::nullopt : std::optional(those.front());
}

absl::StatusOr<std::vector<InboundItem>> PostgresInboundDesk::ListInbound(
    TenantId tenant, DebtorId debtor, const InboundPosition& position, int most) {
  const Records records{tenant, keys_};
  const std::array<Argument, 5> arguments = {{{"tenant", tenant.ToString()},
                                              {"debtor", debtor.ToString()},
                                              {"answered", position.answered ? "1" : "0"},
                                              {"after", position.after.ToString()},
                                              {"most", absl::StrCat(most)}}};
  ManyRows<InboundItem> page;
  return page.After(pool_.Read(tenant, kList, arguments, [&](RowReader& row) {
    return page.Take(ReadInbound(records, row));
  }));
}

}  // namespace parley::postgres
