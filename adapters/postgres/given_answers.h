// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_
#define PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_

#include <optional>

#include "adapters/postgres/personal_codec.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/answers.h"

namespace parley::postgres {

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED,
// RECORD_CORRUPT.
class PostgresGivenAnswers final : public GivenAnswers {
 public:
  PostgresGivenAnswers(SessionPool& pool, const PersonalCodec& codec)
      : pool_(pool), codec_(codec) {}

  absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId tenant, const RequestKey& key) override;
  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) override;

 private:
  SessionPool& pool_;
  const PersonalCodec& codec_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_GIVEN_ANSWERS_H_
