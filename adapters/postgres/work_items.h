// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WORK_ITEMS_H_
#define PARLEY_ADAPTERS_POSTGRES_WORK_ITEMS_H_

#include <optional>
#include <span>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/data_keys.h"
#include "application/ports/work_items.h"

namespace parley::postgres {

class PostgresWorkItems final : public WorkItems {
 public:
  PostgresWorkItems(Session& session, const Records& records, Batch& batch)
      : session_(session), records_(records), batch_(batch) {}

  absl::StatusOr<WorkItem> Find(DebtorId debtor, WorkItemId id) override;
  absl::StatusOr<std::vector<WorkItem>> ToDoOfAll(std::span<const DebtorId> debtors) override;
  void Add(const WorkItem& item) override { batch_.Add(item); }
  void Replace(const WorkItem& item) override { batch_.Replace(item); }

 private:
  Session& session_;
  const Records& records_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresWorkList final : public WorkList {
 public:
  PostgresWorkList(SessionPool& pool, const DataKeys& keys) : pool_(pool), keys_(keys) {}

  absl::StatusOr<std::vector<WorkItem>> ListWork(TenantId tenant, const WorkFilter& filter,
                                                 const WorkPosition& after, int most) override;
  absl::StatusOr<std::optional<WorkItem>> Offer(TenantId tenant, const WorkOffer& offer) override;
  absl::StatusOr<std::vector<RunningClock>> ListClocks(TenantId tenant, absl::Time now,
                                                       const ClockPosition& after,
                                                       int most) override;

 private:
  SessionPool& pool_;
  const DataKeys& keys_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WORK_ITEMS_H_
