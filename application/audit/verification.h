// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_AUDIT_VERIFICATION_H_
#define PARLEY_APPLICATION_AUDIT_VERIFICATION_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "application/ports/audit.h"
#include "application/ports/seals.h"

namespace parley {

// What a verification of the audit trail found. Each finding names its spot: the tenant, the debtor
// and the row's number, or the anchor's line.
struct AuditReport {
  std::int64_t chains = 0;
  std::int64_t rows = 0;
  std::int64_t anchors = 0;
  std::vector<std::string> findings;  // Empty when the trail is whole.
};

// Verifies every chain of a tenant from its first row to the head that the debtor's record keeps: a
// row that was changed, removed, moved or cut off shows. Errors: STORE_UNAVAILABLE.
absl::Status VerifyChains(AuditRecords& records, TenantId tenant, const AuditSeal& seal,
                          AuditReport& report);

// Verifies the lines of an anchor file, each against the one before, and those of the tenant
// against the rows that were there at their moments: a chain that was rewritten as a whole shows.
// Errors: STORE_UNAVAILABLE.
absl::Status VerifyAnchors(AuditRecords& records, TenantId tenant,
                           std::span<const std::string> lines, const AuditSeal& seal,
                           AuditReport& report);

}  // namespace parley

#endif  // PARLEY_APPLICATION_AUDIT_VERIFICATION_H_
