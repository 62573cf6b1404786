// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_DIRECTORY_H_
#define PARLEY_ADAPTERS_POSTGRES_DIRECTORY_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"
#include "application/ports/directory.h"

namespace parley::postgres {

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresDirectory final : public Directory {
 public:
  PostgresDirectory(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<Debtor> GetDebtor(TenantId tenant, DebtorId id) override;
  absl::StatusOr<std::vector<Debtor>> ListDebtors(TenantId tenant, DebtorId after,
                                                  int most) override;
  absl::StatusOr<std::vector<Debtor>> FindDebtors(
      TenantId tenant, std::span<const std::string> external_refs) override;
  absl::StatusOr<DebtorRecord> GetRecord(TenantId tenant, DebtorId id) override;
  absl::StatusOr<std::vector<Debtor>> FindReached(TenantId tenant, const Fingerprint& key,
                                                  int most) override;
  absl::StatusOr<Creditor> GetCreditor(TenantId tenant, CreditorId id) override;
  absl::StatusOr<std::vector<Creditor>> ListCreditors(
      TenantId tenant, CreditorId after, int most, const std::optional<std::string>& code) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_DIRECTORY_H_
