// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_CONTACT_LOG_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_CONTACT_LOG_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/communications.h"

namespace parley {

class MemoryContactLog final : public ContactLog {
 public:
  explicit MemoryContactLog(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<LoggedCommunication> GetCommunication(TenantId tenant, DebtorId debtor,
                                                       CommunicationId id) override;
  absl::StatusOr<std::vector<ContactRecord>> RecordsOf(TenantId tenant,
                                                       std::span<const DebtorId> debtors,
                                                       const ContactMoment& moment) override;
  absl::StatusOr<std::vector<LoggedCommunication>> ListCommunications(
      TenantId tenant, DebtorId debtor, const CommunicationFilter& filter, CommunicationId after,
      int most) override;
  absl::StatusOr<std::vector<StoredVerdict>> ListVerdicts(TenantId tenant, DebtorId debtor,
                                                          VerdictId after, int most) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_CONTACT_LOG_H_
