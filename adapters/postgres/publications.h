// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_PUBLICATIONS_H_
#define PARLEY_ADAPTERS_POSTGRES_PUBLICATIONS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/dead_letters.h"
#include "application/ports/publications.h"

namespace parley::postgres {

class PostgresDeadLetters final : public DeadLetters {
 public:
  PostgresDeadLetters(Session& session, TenantId tenant, Batch& batch)
      : session_(session), tenant_(tenant), batch_(batch) {}

  absl::StatusOr<DeadLetter> Find(EventId id) override;
  void Retry(EventId id) override { batch_.RetryLetter(id); }
  void Drop(EventId id) override { batch_.DropLetter(id); }

 private:
  Session& session_;
  TenantId tenant_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresPublications final : public Publications {
 public:
  explicit PostgresPublications(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<PublishedUpTo> Find(TenantId tenant) override;
  absl::StatusOr<std::optional<std::int64_t>> Take(TenantId tenant, const EventPosition& position,
                                                   absl::Duration duration) override;
  absl::StatusOr<bool> Complete(TenantId tenant, const PublishedTurn& turn) override;
  absl::StatusOr<std::vector<DeadLetter>> ListDeadLetters(TenantId tenant, EventId after,
                                                          int most) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_PUBLICATIONS_H_
