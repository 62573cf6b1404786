// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_TIMELINES_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_TIMELINES_H_

#include <vector>

#include "adapters/memory/memory_database.h"
#include "application/ports/timelines.h"

namespace parley {

class MemoryTimelines final : public Timelines {
 public:
  explicit MemoryTimelines(const MemoryDatabase& database) : database_(database) {}

  absl::StatusOr<std::vector<TimelineEntry>> Read(TenantId tenant, DebtorId debtor,
                                                  const TimelineSelection& selection,
                                                  const TimelinePosition& after, int most) override;

 private:
  const MemoryDatabase& database_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_TIMELINES_H_
