// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_STORE_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_STORE_H_

#include <span>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "adapters/memory/memory_database.h"
#include "application/ports/store.h"

namespace parley {

// Transactions in memory. It never re-runs work and never is unavailable. Beside the port's errors,
// what only a mistake of ours can cause: INTERNAL for a number of debtors out of range or a debtor
// written about without its lock; and ACCESS_DENIED for an unknown tenant.
class MemoryStore final : public Store {
 public:
  explicit MemoryStore(MemoryDatabase& database) : database_(database) {}

  absl::Status Run(TenantId tenant, std::span<const DebtorId> debtors,
                   absl::FunctionRef<absl::Status(UnitOfWork&)> work) override;

 private:
  MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_STORE_H_
