// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_contact_log.h"

#include <cstddef>

#include "adapters/memory/lookups.h"

namespace parley {
namespace {

bool Shows(const CommunicationFilter& filter, const LoggedCommunication& one) {
  return filter.channel.value_or(one.contact.channel) == one.contact.channel &&
         filter.direction.value_or(one.direction) == one.direction &&
         filter.state.value_or(one.state) == one.state;
}

}  // namespace

absl::StatusOr<LoggedCommunication> MemoryContactLog::GetCommunication(TenantId tenant,
                                                                       DebtorId debtor,
                                                                       CommunicationId id) {
  return database_.Read(tenant,
                        [&](const auto& tables) { return FindCommunication(tables, debtor, id); });
}

absl::StatusOr<std::vector<ContactRecord>> MemoryContactLog::RecordsOf(
    TenantId tenant, std::span<const DebtorId> debtors, const ContactMoment& moment) {
  return database_.Read(
      tenant, [&](const auto& tables) { return ContactRecordsOf(tables, debtors, moment); });
}

absl::StatusOr<std::vector<LoggedCommunication>> MemoryContactLog::ListCommunications(
    TenantId tenant, DebtorId debtor, const CommunicationFilter& filter, CommunicationId after,
    int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<LoggedCommunication> page;
    for (auto at = tables.communications.upper_bound({debtor, after});
         at != tables.communications.end() && at->first.first == debtor; ++at) {
      if (page.size() == static_cast<std::size_t>(most)) break;
      if (Shows(filter, at->second)) page.push_back(at->second);
    }
    return page;
  });
}

absl::StatusOr<std::vector<StoredVerdict>> MemoryContactLog::ListVerdicts(TenantId tenant,
                                                                          DebtorId debtor,
                                                                          VerdictId after,
                                                                          int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<StoredVerdict> page;
    for (auto at = tables.verdicts.upper_bound({debtor, after});
         at != tables.verdicts.end() && at->first.first == debtor; ++at) {
      if (page.size() == static_cast<std::size_t>(most)) break;
      page.push_back(at->second);
    }
    return page;
  });
}

}  // namespace parley
