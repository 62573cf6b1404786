// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_TIMELINES_H_
#define PARLEY_ADAPTERS_POSTGRES_TIMELINES_H_

#include <vector>

#include "adapters/postgres/session_pool.h"
#include "application/ports/timelines.h"

namespace parley::postgres {

// A debtor's revisions are committed in their order, because their lock is held until the commit:
// nothing is ever added in front of what can be read.
//
// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresTimelines final : public Timelines {
 public:
  explicit PostgresTimelines(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::vector<TimelineEntry>> Read(TenantId tenant, DebtorId debtor,
                                                  const TimelineSelection& selection,
                                                  const TimelinePosition& after, int most) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_TIMELINES_H_
