// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_
#define PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_

#include <optional>

#include "adapters/postgres/session_pool.h"
#include "application/ports/answers.h"
#include "application/ports/data_keys.h"

namespace parley::postgres {

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED,
// RECORD_CORRUPT.
class PostgresGivenAnswers final : public GivenAnswers {
 public:
  PostgresGivenAnswers(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId tenant, const RequestKey& key) override;
  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_
