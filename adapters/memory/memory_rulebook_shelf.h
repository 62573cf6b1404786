// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_RULEBOOK_SHELF_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_RULEBOOK_SHELF_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/published_rulebooks.h"

namespace parley {

class MemoryRulebookShelf final : public RulebookShelf {
 public:
  explicit MemoryRulebookShelf(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::int64_t> Edition(TenantId tenant) override {
    return database_.Read(tenant, [](const auto& tables) {
      return static_cast<std::int64_t>(tables.rulebooks.size());
    });
  }
  absl::StatusOr<std::vector<PublishedRulebook>> ListPublished(TenantId tenant) override {
    return database_.Read(tenant, [](const auto& tables) { return tables.rulebooks; });
  }

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_RULEBOOK_SHELF_H_
