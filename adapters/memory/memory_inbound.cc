// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_inbound.h"

#include <algorithm>
#include <utility>

#include "adapters/memory/lookups.h"
#include "adapters/memory/memory_unit_of_work.h"
#include "domain/common/reason.h"

namespace parley {
namespace {

absl::StatusOr<InboundItem> FindIn(const MemoryTables& tables, DebtorId debtor,
                                   CommunicationId id) {
  const auto found = tables.inbound.find({debtor, id});
  if (found == tables.inbound.end()) return Refuse(Reason::kInboundNotFound);
  return found->second;
}

using ListPlace = std::pair<bool, CommunicationId>;

ListPlace PlaceOf(const InboundItem& item) { return {!IsUnanswered(item.state), item.id}; }

}  // namespace

absl::StatusOr<InboundItem> MemoryInbound::Find(DebtorId debtor, CommunicationId id) {
  return scope_.database.Read(
      scope_.tenant, [&](const MemoryTables& tables) { return FindIn(tables, debtor, id); });
}

void MemoryInbound::Add(const InboundItem& item, const std::optional<Fingerprint>& reference) {
  scope_.writes.added_inbound.push_back({item, reference});
  scope_.writes.changed.insert(item.debtor);
}

void MemoryInbound::Replace(const InboundItem& item) {
  scope_.writes.replaced_inbound.push_back(item);
  scope_.writes.changed.insert(item.debtor);
}

absl::StatusOr<InboundItem> MemoryInboundDesk::GetInbound(TenantId tenant, DebtorId debtor,
                                                          CommunicationId id) {
  return database_.Read(tenant,
                        [&](const MemoryTables& tables) { return FindIn(tables, debtor, id); });
}

absl::StatusOr<std::vector<InboundItem>> MemoryInboundDesk::GetInboundItems(
    TenantId tenant, std::span<const InboundPlace> places) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<InboundItem> found;
    for (const InboundPlace& place : places) {
      const absl::StatusOr<InboundItem> one = FindIn(tables, place.debtor, place.id);
      if (one.ok()) found.push_back(*one);
    }
    return found;
  });
}

absl::StatusOr<std::optional<InboundPlace>> MemoryInboundDesk::FindReference(
    TenantId tenant, const Fingerprint& reference) {
  return database_.Read(tenant, [&](const MemoryTables& tables) -> std::optional<InboundPlace> {
    const InboundPlace* const place = Find(tables.inbound_references, reference);
    return place == nullptr ? std::nullopt : std::optional(*place);
  });
}

absl::StatusOr<std::vector<InboundItem>> MemoryInboundDesk::ListInbound(
    TenantId tenant, DebtorId debtor, const InboundPosition& position, int most) {
  const ListPlace after(position.answered, position.after);
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<InboundItem> page;
    for (auto at = tables.inbound.lower_bound({debtor, CommunicationId()});
         at != tables.inbound.end() && at->first.first == debtor; ++at) {
      const InboundItem& item = at->second;
      if (item.state != InboundState::kMovedAway && PlaceOf(item) > after) page.push_back(item);
    }
    std::sort(page.begin(), page.end(), [](const InboundItem& left, const InboundItem& right) {
      return PlaceOf(left) < PlaceOf(right);
    });
    if (page.size() > static_cast<std::size_t>(most)) page.resize(static_cast<std::size_t>(most));
    return page;
  });
}

}  // namespace parley
