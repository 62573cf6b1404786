// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_WORK_LIST_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_WORK_LIST_H_

#include <optional>
#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/work_items.h"

namespace parley {

class MemoryWorkList final : public WorkList {
 public:
  explicit MemoryWorkList(MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::vector<WorkItem>> ListWork(TenantId tenant, const WorkFilter& filter,
                                                 const WorkPosition& after, int most) override;
  absl::StatusOr<std::optional<WorkItem>> Offer(TenantId tenant, const WorkOffer& offer) override;
  absl::StatusOr<std::vector<RunningClock>> ListClocks(TenantId tenant, absl::Time now,
                                                       const ClockPosition& after,
                                                       int most) override;

 private:
  MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_WORK_LIST_H_
