// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_given_answers.h"

#include "adapters/memory/lookups.h"
#include "domain/common/reason.h"

namespace parley {

absl::StatusOr<std::optional<StoredAnswer>> MemoryGivenAnswers::Find(TenantId tenant,
                                                                     const RequestKey& key) {
  using Found = absl::StatusOr<std::optional<StoredAnswer>>;
  return database_.Read(tenant, [&](const MemoryTables& tables) -> Found {
    const StoredAnswer* answer = parley::Find(tables.answers, KeyOf(key));
    if (answer == nullptr) return std::nullopt;
    const bool is_erased = tables.erased.contains(answer->debtor) && !answer->bytes.empty();
    if (is_erased) return Refuse(Reason::kRequestIdReused);
    return *answer;
  });
}

absl::StatusOr<int> MemoryGivenAnswers::Prune(TenantId tenant, absl::Time before, int most) {
  return database_.Write(tenant, [&](MemoryTables* tables) {
    int pruned = 0;
    if (tables == nullptr) return pruned;
    auto& by_time = tables->answers_by_time;
    for (auto at = by_time.begin(); at != by_time.end() && at->first < before && pruned < most;) {
      tables->answers.erase(at->second);
      at = by_time.erase(at);
      ++pruned;
    }
    return pruned;
  });
}

}  // namespace parley
