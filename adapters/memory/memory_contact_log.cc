// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_contact_log.h"

#include <cstddef>

#include "adapters/memory/lookups.h"

namespace parley {

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
