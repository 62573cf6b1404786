// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_STORE_H_
#define PARLEY_ADAPTERS_POSTGRES_STORE_H_

#include <span>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"
#include "application/ports/store.h"

namespace parley::postgres {

// Transactions over PostgreSQL at READ COMMITTED: the rows of the debtors are locked first, and
// whatever is read or written afterwards belongs to them. Safe for threads.
class PostgresStore final : public Store {
 public:
  // How often work is run at most, when transactions conflict.
  static constexpr int kMostRuns = 5;

  PostgresStore(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  // Errors, beside those of the port: QUOTA_EXCEEDED when no session became free in time,
  // DEADLINE_EXCEEDED for a statement that took too long, and INTERNAL for a number of debtors out
  // of range or a debtor written about without its lock, which are mistakes of ours.
  absl::Status Run(TenantId tenant, std::span<const DebtorId> debtors,
                   absl::FunctionRef<absl::Status(UnitOfWork&)> work) override;

 private:
  struct Attempt {
    absl::Status status;
    bool again = false;  // Another run may end better.
  };

  Attempt RunOnce(TenantId tenant, std::span<const DebtorId> debtors,
                  absl::FunctionRef<absl::Status(UnitOfWork&)> work);

  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_STORE_H_
