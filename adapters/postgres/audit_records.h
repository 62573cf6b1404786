// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_AUDIT_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_AUDIT_RECORDS_H_

#include <string>
#include <vector>

#include "adapters/postgres/session_pool.h"
#include "application/ports/audit.h"

namespace parley::postgres {

// A position is a snapshot of the database's transactions, so that a digest of the past leaves out
// what was open then and committed later. It names the moment to this database, and to physical
// copies of it, but not to one restored from a logical dump, whose transactions have new numbers.
//
// DigestNow takes the heads from the debtors' records, DigestAt from the rows: a chain that was cut
// short, or rewritten with its head, does not give the digest that was anchored before.
//
// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED,
// RECORD_CORRUPT.
class PostgresAuditRecords final : public AuditRecords {
 public:
  explicit PostgresAuditRecords(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::vector<TenantId>> Tenants() override;
  absl::StatusOr<AuditDigest> DigestNow(TenantId tenant) override;
  absl::StatusOr<AuditDigest> DigestAt(TenantId tenant, const std::string& position) override;
  absl::StatusOr<std::vector<AuditChain>> ChainsAfter(TenantId tenant,
                                                      const std::optional<DebtorId>& after,
                                                      int most) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_AUDIT_RECORDS_H_
