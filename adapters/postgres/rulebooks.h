// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_RULEBOOKS_H_
#define PARLEY_ADAPTERS_POSTGRES_RULEBOOKS_H_

#include <cstdint>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/published_rulebooks.h"

namespace parley::postgres {

class PostgresPublishedRulebooks final : public PublishedRulebooks {
 public:
  PostgresPublishedRulebooks(Session& session, TenantId tenant, Batch& batch)
      : session_(session), tenant_(tenant), batch_(batch) {}

  absl::StatusOr<std::int64_t> Edition() override;
  absl::StatusOr<std::vector<PublishedRulebook>> All() override;
  void Publish(const PublishedRulebook& rulebook) override { batch_.Publish(rulebook); }

 private:
  Session& session_;
  TenantId tenant_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresRulebookShelf final : public RulebookShelf {
 public:
  explicit PostgresRulebookShelf(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::int64_t> Edition(TenantId tenant) override;
  absl::StatusOr<std::vector<PublishedRulebook>> ListPublished(TenantId tenant) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_RULEBOOKS_H_
