// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_EVENT_FEED_H_
#define PARLEY_ADAPTERS_POSTGRES_EVENT_FEED_H_

#include <vector>

#include "adapters/postgres/session_pool.h"
#include "application/ports/event_feed.h"

namespace parley::postgres {

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresEventFeed final : public EventFeed {
 public:
  explicit PostgresEventFeed(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::vector<ToldEvent>> Read(TenantId tenant, const EventPosition& after,
                                              int most) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_EVENT_FEED_H_
