// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_TEMPLATES_H_
#define PARLEY_ADAPTERS_POSTGRES_TEMPLATES_H_

#include <cstdint>
#include <vector>

#include "adapters/postgres/batch.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/session_pool.h"
#include "application/ports/templates.h"

namespace parley::postgres {

class PostgresTemplates final : public Templates {
 public:
  PostgresTemplates(Session& session, TenantId tenant, Batch& batch)
      : session_(session), tenant_(tenant), batch_(batch) {}

  absl::StatusOr<std::int64_t> Edition() override;
  absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(const TemplateName& name) override;
  void Add(const TemplateVersion& version) override { batch_.Add(version); }
  void Replace(const TemplateVersion& version) override { batch_.Replace(version); }

 private:
  Session& session_;
  TenantId tenant_;
  Batch& batch_;
};

// Safe for threads. Errors, beside those of the port: QUOTA_EXCEEDED, DEADLINE_EXCEEDED.
class PostgresTemplateShelf final : public TemplateShelf {
 public:
  explicit PostgresTemplateShelf(SessionPool& pool) : pool_(pool) {}

  absl::StatusOr<std::int64_t> Edition(TenantId tenant) override;
  absl::StatusOr<std::vector<TemplateVersion>> ListVersions(TenantId tenant) override;
  absl::StatusOr<std::vector<TemplateVersion>> VersionsOf(TenantId tenant,
                                                          const TemplateName& name) override;

 private:
  SessionPool& pool_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_TEMPLATES_H_
