// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_DIRECTORY_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_DIRECTORY_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/directory.h"

namespace parley {

class MemoryDirectory final : public Directory {
 public:
  explicit MemoryDirectory(const MemoryDatabase& database) : database_(database) {}

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
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_DIRECTORY_H_
