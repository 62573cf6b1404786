// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_PUBLICATIONS_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_PUBLICATIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/clock.h"
#include "application/ports/publications.h"

namespace parley {

struct MemoryScope;

class MemoryDeadLetters final : public DeadLetters {
 public:
  explicit MemoryDeadLetters(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<DeadLetter> Find(EventId id) override;
  void Retry(EventId id) override;
  void Drop(EventId id) override;

 private:
  MemoryScope& scope_;
};

// Turns run by the clock of the business, which a test moves.
class MemoryPublications final : public Publications {
 public:
  MemoryPublications(MemoryDatabase& database, const Clock& clock)
      : database_(database), clock_(clock) {}
  absl::StatusOr<PublishedUpTo> Find(TenantId tenant) override;
  absl::StatusOr<std::optional<std::int64_t>> Take(TenantId tenant, const EventPosition& position,
                                                   absl::Duration duration) override;
  absl::StatusOr<bool> Complete(TenantId tenant, const PublishedTurn& turn) override;
  absl::StatusOr<std::vector<DeadLetter>> ListDeadLetters(TenantId tenant, EventId after,
                                                          int most) override;

 private:
  MemoryDatabase& database_;
  const Clock& clock_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_PUBLICATIONS_H_
