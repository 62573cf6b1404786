// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_AUDIT_RECORDS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_AUDIT_RECORDS_H_

#include <string>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/audit.h"
#include "application/ports/fingerprints.h"

namespace parley {

// A position is the number of the tenant's latest commit; any other text is the position before the
// first.
class MemoryAuditRecords final : public AuditRecords {
 public:
  MemoryAuditRecords(const MemoryDatabase& database, const Fingerprints& fingerprints)
      : database_(database), fingerprints_(fingerprints) {}

  absl::StatusOr<std::vector<TenantId>> Tenants() override;
  absl::StatusOr<AuditDigest> DigestNow(TenantId tenant) override;
  absl::StatusOr<AuditDigest> DigestAt(TenantId tenant, const std::string& position) override;
  absl::StatusOr<std::vector<AuditChain>> ChainsAfter(TenantId tenant,
                                                      const std::optional<DebtorId>& after,
                                                      int most) override;

 private:
  AuditDigest Digest(const MemoryTables& tables, std::int64_t position) const;

  const MemoryDatabase& database_;
  const Fingerprints& fingerprints_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_AUDIT_RECORDS_H_
