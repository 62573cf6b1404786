// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_KEY_KEEPING_H_
#define PARLEY_ADAPTERS_POSTGRES_KEY_KEEPING_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"

namespace parley::postgres {

// Whether these are the keys that wrap what the database keeps: one of any tenant tells, and where
// none is kept any keys will do. Errors, beside those of the store: FAILED_PRECONDITION with one
// sentence for an operator.
absl::Status CheckKeys(SessionPool& pool, const DataKeys& keys);

// What is done to all personal values and keys of a tenant at once, over a connection of the
// schema's owner or a superuser, while servers go on. Each step is a transaction: what was
// interrupted goes on where it is run again. Errors, beside those of the store: RECORD_CORRUPT for
// a key that cannot be unwrapped.
class KeyKeeping {
 public:
  KeyKeeping(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  // Seals what is kept in clear from before there were keys, each debtor's under its lock; gives
  // the number of values.
  absl::StatusOr<std::int64_t> SealAll(TenantId tenant);

  struct ClearValues {
    std::string place;  // "debts.status_reason"
    std::int64_t count = 0;
  };
  // Where values are still in clear; nowhere is empty.
  absl::StatusOr<std::vector<ClearValues>> FindClear(TenantId tenant);

  // Wraps anew what is not wrapped by the key that wraps new keys; gives the number of keys. Locks
  // nobody: what a data key opens stays as it is.
  absl::StatusOr<std::int64_t> RewrapAll(TenantId tenant);

 private:
  // Whose values are sealed in one transaction: those of these rows.
  struct Page {
    std::vector<DebtorId> debtors;
    std::vector<Uuid> rows;
  };

  absl::StatusOr<std::int64_t> SealDebtors(TenantId tenant);
  absl::StatusOr<std::int64_t> SealAnswers(TenantId tenant);
  absl::StatusOr<std::int64_t> SealPage(TenantId tenant, const Page& page, std::string_view key,
                                        std::span<const PersonalColumn> columns);

  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_KEY_KEEPING_H_
