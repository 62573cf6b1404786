// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_GIVEN_ANSWERS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_GIVEN_ANSWERS_H_

#include <optional>

#include "adapters/memory/memory_database.h"
#include "application/ports/answers.h"

namespace parley {

class MemoryGivenAnswers final : public GivenAnswers {
 public:
  explicit MemoryGivenAnswers(MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::optional<StoredAnswer>> Find(TenantId tenant, const RequestKey& key) override;
  absl::StatusOr<int> Prune(TenantId tenant, absl::Time before, int most) override;

 private:
  MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_GIVEN_ANSWERS_H_
